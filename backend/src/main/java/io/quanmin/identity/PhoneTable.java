package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Phone numbers, encrypted. */
@Component
final class PhoneTable {

    private final DatabaseClient database;

    PhoneTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> put(Id person, EncryptedPhone phone, Instant now) {
        return database.sql("""
                        insert into identity.phone (district, person, ciphertext, key_id, blind, bound_at)
                        values (:district, :person, :ciphertext, :key, :blind, :now)
                        on conflict (district, person) do update
                           set ciphertext = excluded.ciphertext, key_id = excluded.key_id,
                               blind = excluded.blind, bound_at = excluded.bound_at
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("ciphertext", phone.ciphertext())
                .bind("key", phone.keyId())
                .bind("blind", phone.blind())
                .bind("now", now)
                .then();
    }

    /** The number of a person, or of whom their account became; empty where they gave none. */
    Mono<EncryptedPhone> of(Id person) {
        return database.sql("""
                        select h.ciphertext, h.key_id, h.blind
                          from identity.person asked
                          join identity.phone h on h.district = asked.district
                                               and h.person = coalesce(asked.merged_into, asked.id)
                         where asked.district = :district and asked.id = :person
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .map(row -> Objects.requireNonNull(EncryptedPhone.read(row)))
                .one();
    }

    /** Writes down that a number was shown. */
    Mono<Void> shown(Id id, Id person, Id to, String about, Instant at) {
        return database.sql("""
                        insert into identity.phone_access (district, id, person, by_person, about, at)
                        values (:district, :id, :person, :to, :about, :at)
                        """)
                .bind("district", id.district())
                .bind("id", id.value())
                .bind("person", person.value())
                .bind("to", to.value())
                .bind("about", about)
                .bind("at", at)
                .then();
    }

    Mono<Void> remove(Id person) {
        return database.sql("delete from identity.phone where district = :district and person = :person")
                .bind("district", person.district())
                .bind("person", person.value())
                .then();
    }
}
