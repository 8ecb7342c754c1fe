package io.quanmin.casework;

import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the public reads instead of a reporter's own words. */
@Component
class PrivacyTable {

    private final DatabaseClient database;

    PrivacyTable(DatabaseClient database) {
        this.database = database;
    }

    /** Sets what the public reads; absent for the original, masked. */
    Mono<Void> edit(Id caseId, @Nullable String words, Id by, Instant at) {
        return database.sql("""
                        update casework.case_file set edited_description = :words, edited_by_person = :by, edited_at = :at
                        where district = :district and id = :id
                        """)
                .bind("district", caseId.district())
                .bind("id", caseId.value())
                .bind("words", maybe(words, String.class))
                .bind("by", by.toString())
                .bind("at", at)
                .then();
    }
}
