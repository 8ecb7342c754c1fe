package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is away, and who stands in for them. */
@Component
final class AbsenceTable {

    private final DatabaseClient database;

    AbsenceTable(DatabaseClient database) {
        this.database = database;
    }

    /** Of those who are away at a moment, who stands in for them. */
    Mono<Map<Id, Id>> substitutes(String district, Collection<Id> persons, Instant at) {
        return database.sql("""
                        select district, person, substitute_person from identity.absence
                         where district = :district and person = any(:persons) and from_at <= :at and until_at > :at
                        """)
                .bind("district", district)
                .bind("persons", Sql.values(persons))
                .bind("at", at)
                .map(row -> Map.entry(Sql.id(row, "person"), Sql.id(row, "substitute_person")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** For whom somebody stands in at a moment. */
    Flux<Id> standingInFor(Id substitute, Instant at) {
        return database.sql("""
                        select district, person from identity.absence
                         where district = :district and substitute_person = :substitute
                           and from_at <= :at and until_at > :at
                        """)
                .bind("district", substitute.district())
                .bind("substitute", substitute.value())
                .bind("at", at)
                .map(row -> Sql.id(row, "person"))
                .all();
    }
}
