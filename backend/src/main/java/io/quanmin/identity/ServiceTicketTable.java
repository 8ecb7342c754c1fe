package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tickets in parametric codes of the service account, by their hash. */
@Component
final class ServiceTicketTable {

    private final DatabaseClient database;

    ServiceTicketTable(DatabaseClient database) {
        this.database = database;
    }

    /** Makes a ticket the only one of a person. */
    Mono<Void> replace(Id person, byte[] hash, Instant expires) {
        return database.sql("""
                        with earlier as (
                            delete from identity.service_ticket where district = :district and person = :person)
                        insert into identity.service_ticket (district, ticket_hash, person, expires_at)
                        values (:district, :hash, :person, :expires)
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("hash", hash)
                .bind("expires", expires)
                .then();
    }

    /** Uses a ticket up; empty when it is unknown, used, or had expired by then. */
    Mono<Id> use(String district, byte[] hash, Instant at) {
        return database.sql("""
                        update identity.service_ticket set used_at = :at
                         where district = :district and ticket_hash = :hash and used_at is null and expires_at > :at
                        returning district, person
                        """)
                .bind("district", district)
                .bind("hash", hash)
                .bind("at", at)
                .map(row -> Sql.id(row, "person"))
                .one();
    }
}
