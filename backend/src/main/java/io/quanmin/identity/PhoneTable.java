package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
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

    Mono<Void> remove(Id person) {
        return database.sql("delete from identity.phone where district = :district and person = :person")
                .bind("district", person.district())
                .bind("person", person.value())
                .then();
    }
}
