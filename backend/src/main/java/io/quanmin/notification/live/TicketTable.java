package io.quanmin.notification.live;

import io.quanmin.kernel.Id;
import io.quanmin.notification.Rows;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Tickets as rows, for when Redis is away. */
@Repository
class TicketTable {

    private final DatabaseClient database;

    TicketTable(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a ticket and clears away those that nobody used in time. */
    Mono<Void> save(byte[] hash, Tickets.Holder holder, Instant now, Instant expiresAt) {
        return database.sql("""
                        with late as (delete from notification.ticket where expires_at < :now)
                        insert into notification.ticket (district, hash, person, session, expires_at)
                        values (:district, :hash, :person, :session, :expiresAt)
                        """)
                .bind("now", now)
                .bind("district", holder.person().district())
                .bind("hash", hash)
                .bind("person", holder.person().value())
                .bind("session", holder.session().toString())
                .bind("expiresAt", expiresAt)
                .then();
    }

    /** Takes a ticket away; empty when there is none, or no longer. */
    Mono<Tickets.Holder> take(String district, byte[] hash, Instant now) {
        return database.sql("""
                        delete from notification.ticket where district = :district and hash = :hash and expires_at >= :now
                        returning district, person, session
                        """)
                .bind("district", district)
                .bind("hash", hash)
                .bind("now", now)
                .map(row ->
                        new Tickets.Holder(Rows.id(row, "person"), Id.parse(Rows.get(row, "session", String.class))))
                .one();
    }
}
