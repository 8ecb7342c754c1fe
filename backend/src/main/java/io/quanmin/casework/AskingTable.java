package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When volunteers are asked about a case. */
@Component
class AskingTable {

    /** Metres of a degree of latitude, a little short, so that the box is a little wide. */
    private static final double DEGREE_METRES = 110_000;

    private static final String CURRENT = """
            select version as round, about, opened_at, ends_at, closed_at from casework.asking
            where district = :district and case_id = :caseId and closed_at is null
            order by version desc limit 1
            """;

    private final DatabaseClient database;

    AskingTable(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it was not open before. */
    Mono<Boolean> open(Id caseId, Ask.Round round) {
        return database.sql("""
                        insert into casework.asking (district, case_id, version, about, opened_at, ends_at)
                        values (:district, :caseId, :version, :about, :openedAt, :endsAt)
                        on conflict do nothing
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("version", round.version())
                .bind("about", round.about().name())
                .bind("openedAt", round.openedAt())
                .bind("endsAt", round.endsAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The case moved on by a step: those it came by before are closed. */
    Flux<Ask.Round> close(Id caseId, long version, Instant at) {
        return database.sql("""
                        update casework.asking set closed_at = :at
                        where district = :district and case_id = :caseId and version < :version and closed_at is null
                        returning version as round, about, opened_at, ends_at, closed_at
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("version", version)
                .bind("at", at)
                .map(AskTable::round)
                .all();
    }

    /** The one that goes on; empty when there is none. */
    Mono<Ask.Round> current(Id caseId) {
        return current(CURRENT, caseId);
    }

    /** The same, kept for whoever asks first to the end of the transaction. */
    Mono<Ask.Round> lock(Id caseId) {
        return current(CURRENT + " for update", caseId);
    }

    private Mono<Ask.Round> current(String sql, Id caseId) {
        return database.sql(sql)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .map(AskTable::round)
                .one();
    }

    /** Cases around a place about which volunteers are being asked, nearest first. */
    Flux<Nearby> nearby(GeoPoint point, double radius, Instant now, int most) {
        return database.sql("""
                        with candidate as (
                            select file.*, round.version as round, round.about, round.opened_at, round.ends_at, round.closed_at,
                                   casework.metres(file.longitude, file.latitude, :longitude, :latitude) as distance
                            from casework.asking round
                            join casework.case_file file on file.district = round.district and file.id = round.case_id
                            where round.closed_at is null and round.ends_at > :now
                              and file.place <@ box(
                                  casework.plane(:longitude - :box / cos(radians(:latitude)), :latitude - :box),
                                  casework.plane(:longitude + :box / cos(radians(:latitude)), :latitude + :box)))
                        select * from candidate where distance <= :radius order by distance, id limit :most
                        """)
                .bind("longitude", point.longitude())
                .bind("latitude", point.latitude())
                .bind("radius", radius)
                .bind("box", radius / DEGREE_METRES)
                .bind("now", now)
                .bind("most", most)
                .map(row -> new Nearby(
                        new Found(CaseRow.file(row), get(row, "distance", Double.class)), AskTable.round(row)))
                .all();
    }

    /** A case around a place, and what is asked about it. */
    record Nearby(Found found, Ask.Round round) {}
}
