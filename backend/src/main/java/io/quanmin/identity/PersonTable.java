package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Persons: citizens and staff alike. */
@Component
final class PersonTable {

    private final DatabaseClient database;

    PersonTable(DatabaseClient database) {
        this.database = database;
    }

    /** How many rows were written: 0 when the person was there already. */
    Mono<Long> add(Id person, Instant now) {
        return database.sql("""
                        insert into identity.person (district, id, created_at) values (:district, :id, :now)
                        on conflict (district, id) do nothing
                        """)
                .bind("district", person.district())
                .bind("id", person.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> rename(Id person, String name) {
        return database.sql("""
                        update identity.person set name = :name
                         where district = :district and id = :id and erased_at is null
                        """)
                .bind("district", person.district())
                .bind("id", person.value())
                .bind("name", name)
                .fetch()
                .rowsUpdated();
    }

    /** Forgets who they were; the row stays, so that an id kept elsewhere is known to be nobody's. */
    Mono<Long> erase(Id person, Instant now) {
        return database.sql("""
                        update identity.person set name = null, erased_at = coalesce(erased_at, :now)
                         where district = :district and id = :id
                        """)
                .bind("district", person.district())
                .bind("id", person.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    /** Notes that a person turned out to be another, who keeps their own name if they have one. */
    Mono<Long> merge(Id person, Id into) {
        return database.sql("""
                        with gone as (
                            update identity.person set merged_into = :into
                             where district = :district and id = :id returning name)
                        update identity.person p set name = coalesce(p.name, gone.name)
                          from gone where p.district = :district and p.id = :into
                        """)
                .bind("district", person.district())
                .bind("id", person.value())
                .bind("into", into.value())
                .fetch()
                .rowsUpdated();
    }
}
