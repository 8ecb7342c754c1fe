package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.QualityRules.Sampling;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each time a case was closed, and what came of looking at it again. */
@Component
class ClosingTable {

    /**
     * Of each unit's closings of a period as many more as the share asks for, in an order of their own: by what comes first, then
     * by a digest of the id, which nobody chooses. Drawing again without new closings draws nothing; two nodes draw the same.
     */
    private static final String DRAW = """
            with period as (
                select closing.*, date_trunc(:period, closed_at at time zone :zone) as began
                from casework.closing
                where not again and closed_at >= :since),
            due as (
                select district, unit, began, ceil(count(*) * :share) - count(%1$s) as more
                from period group by district, unit, began),
            lots as (
                select period.district, period.case_id, period.version, due.more,
                    row_number() over (
                        partition by period.district, period.unit, period.began
                        order by %2$s md5(period.case_id::text || period.version)) as lot
                from period
                join due on due.district = period.district and due.unit is not distinct from period.unit
                    and due.began = period.began
                join casework.case_file file on file.district = period.district and file.id = period.case_id
                where period.%1$s is null and due.more > 0)
            update casework.closing set %1$s = 'DRAWN'
            from lots
            where closing.district = lots.district and closing.case_id = lots.case_id and closing.version = lots.version
            and lots.lot <= lots.more and closing.%1$s is null
            """;

    private final DatabaseClient database;

    ClosingTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Id caseId, TakenStep step) {
        return of("""
                insert into casework.closing (district, case_id, version, unit, closed_at)
                values (:district, :caseId, :version, :unit, :at)
                """, caseId)
                .bind("version", step.version())
                .bind("unit", maybe(step.unit()))
                .bind("at", step.at())
                .then();
    }

    /** It was not the last word: nobody is asked about it any more. */
    Mono<Void> again(Id caseId, @Nullable String reinspection) {
        return of("""
                update casework.closing set again = true, reinspection = coalesce(:reinspection, reinspection)
                where district = :district and case_id = :caseId and not again
                """, caseId)
                .bind("reinspection", maybe(reinspection, String.class))
                .then();
    }

    Mono<Void> upheld(Id caseId) {
        return of("""
                update casework.closing set reinspection = 'UPHELD'
                where district = :district and case_id = :caseId and not again and reinspection = 'DRAWN'
                """, caseId).then();
    }

    /** What came of calling: it is done, or is tried again until so many tries. Nothing where nobody is to be called. */
    Mono<Long> called(Id caseId, boolean reached, int tries) {
        return of("""
                update casework.closing
                set calls = calls + 1,
                    callback = case when :reached then 'REACHED' when calls + 1 >= :tries then 'MISSED' else callback end
                where district = :district and case_id = :caseId and not again and callback = 'DRAWN'
                """, caseId)
                .bind("reached", reached)
                .bind("tries", tries)
                .fetch()
                .rowsUpdated();
    }

    /** Whoever was called says that it is not solved: it is inspected again, unless it was. */
    Mono<Void> doubted(Id caseId) {
        return of("""
                update casework.closing set reinspection = 'DRAWN'
                where district = :district and case_id = :caseId and not again and reinspection is null
                """, caseId).then();
    }

    /** What of a closed case is still to be done. */
    Mono<Waiting> waiting(Id caseId) {
        return of("""
                select coalesce(bool_or(reinspection = 'DRAWN'), false) as drawn,
                    coalesce(bool_or(callback = 'DRAWN'), false) as called
                from casework.closing where district = :district and case_id = :caseId and not again
                """, caseId)
                .map(row -> new Waiting(get(row, "drawn", Boolean.class), get(row, "called", Boolean.class)))
                .one();
    }

    /** Draws what is to be inspected again; how many more. */
    Mono<Long> drawReinspections(Sampling rule, Instant since, ZoneId zone) {
        return draw(DRAW.formatted("reinspection", ""), rule, since, zone);
    }

    /** Draws whom to call back, before others those who said nothing yet. */
    Mono<Long> drawCallbacks(Sampling rule, Instant since, ZoneId zone) {
        return draw(
                DRAW.formatted("callback", "(file.stars is not null), (file.reporter is null),"), rule, since, zone);
    }

    private Mono<Long> draw(String statement, Sampling rule, Instant since, ZoneId zone) {
        return database.sql(statement)
                .bind("period", rule.period().name().toLowerCase(Locale.ROOT))
                .bind("zone", zone.getId())
                .bind("share", BigDecimal.valueOf(rule.share()))
                .bind("since", since)
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec of(String statement, Id caseId) {
        return database.sql(statement).bind("district", caseId.district()).bind("caseId", caseId.value());
    }

    /**
     * What of a closed case is still to be done.
     *
     * @param drawn whether it is to be inspected again
     * @param called whether its reporter is to be called back
     */
    record Waiting(boolean drawn, boolean called) {

        static final Waiting NOTHING = new Waiting(false, false);
    }
}
