package io.quanmin.casework;

import static io.quanmin.casework.Columns.id;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.casework.Result.Checked;
import io.quanmin.casework.Result.Doubt;
import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How results stood the check when they were sent. Rows are only added. */
@Component
class ResultTable {

    private final DatabaseClient database;

    ResultTable(DatabaseClient database) {
        this.database = database;
    }

    /** Part of the transaction that takes the result. */
    Mono<Void> add(Id caseId, long version, Checked checked) {
        return database.sql("""
                        insert into casework.result (district, case_id, version, metres, doubts, twin_case)
                        values (:district, :caseId, :version, :metres, :doubts, :twin)
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("version", version)
                .bind("metres", maybe(checked.metres(), Double.class))
                .bind("doubts", checked.doubts().stream().map(Doubt::name).toArray(String[]::new))
                .bind("twin", maybe(checked.twin()))
                .then();
    }

    /** Of the last result of a case; empty when there was none. */
    Mono<Checked> last(Id caseId) {
        return database.sql("""
                        select * from casework.result
                        where district = :district and case_id = :caseId
                        order by version desc limit 1
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .map(ResultTable::checked)
                .one();
    }

    private static Checked checked(Readable row) {
        String[] doubts = Objects.requireNonNull(row.get("doubts", String[].class));
        return new Checked(
                row.get("metres", Double.class),
                Arrays.stream(doubts).map(Doubt::valueOf).toList(),
                id(row, "twin_case"));
    }
}
