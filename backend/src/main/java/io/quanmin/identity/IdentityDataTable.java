package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything of this module that names a person, at once. */
@Component
final class IdentityDataTable {

    /** Consents stay, as proof without a name. */
    private static final List<String> ERASE = List.of(
            "delete from identity.wechat_account where district = :district and person = :person",
            "delete from identity.service_account where district = :district and person = :person",
            "delete from identity.service_ticket where district = :district and person = :person",
            "delete from identity.phone where district = :district and person = :person",
            "delete from identity.phone_access where district = :district and person = :person",
            "update identity.phone_access set by_person = null where district = :district and by_person = :person",
            """
            delete from identity.absence
             where district = :district and (person = :person or substitute_person = :person)
            """,
            "delete from identity.caller where district = :district and person = :person",
            "update identity.spoken_consent set clerk_person = null where district = :district and clerk_person = :person",
            "delete from identity.staff where district = :district and person = :person and left_at is not null");

    private static final List<String> HAND_OVER = List.of(
            "update identity.wechat_account set person = :into where district = :district and person = :person",
            "update identity.service_account set person = :into where district = :district and person = :person",
            "update identity.service_ticket set person = :into where district = :district and person = :person",
            "update identity.phone_access set person = :into where district = :district and person = :person",
            "update identity.phone_access set by_person = :into where district = :district and by_person = :person",
            "update identity.absence set person = :into where district = :district and person = :person",
            """
            update identity.absence set substitute_person = :into
             where district = :district and substitute_person = :person and person <> :into
            """,
            "update identity.absence set set_by_person = :into where district = :district and set_by_person = :person",
            "update identity.session set person = :into where district = :district and person = :person",
            """
            with gone as (
                delete from identity.phone where district = :district and person = :person
                returning district, ciphertext, key_id, blind, bound_at)
            insert into identity.phone (district, person, ciphertext, key_id, blind, bound_at)
            select district, :into, ciphertext, key_id, blind, bound_at from gone
            on conflict (district, person) do nothing
            """,
            """
            with gone as (
                delete from identity.caller where district = :district and person = :person
                returning district, name, first_at)
            insert into identity.caller (district, person, name, first_at)
            select district, :into, name, first_at from gone
            on conflict (district, person) do nothing
            """,
            "update identity.spoken_consent set person = :into where district = :district and person = :person",
            "update identity.spoken_consent set clerk_person = :into where district = :district and clerk_person = :person",
            """
            with gone as (
                delete from identity.consent where district = :district and person = :person
                returning district, version, agreed_at)
            insert into identity.consent (district, person, version, agreed_at)
            select district, :into, version, agreed_at from gone
            on conflict (district, person, version) do nothing
            """,
            """
            update identity.staff set person = :into
             where district = :district and person = :person
               and not exists (select from identity.staff
                                where district = :district and person = :into and left_at is null)
            """);

    private final DatabaseClient database;

    IdentityDataTable(DatabaseClient database) {
        this.database = database;
    }

    /** Who logs in with an account of this person meanwhile waits for the transaction, and then comes anew. */
    Mono<Void> lock(Id person) {
        return database.sql("""
                        select 1 from identity.wechat_account
                        where district = :district and person = :person order by district, app, openid for update
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .then();
    }

    Mono<Void> erase(Id person) {
        return Flux.fromIterable(ERASE)
                .concatMap(statement -> database.sql(statement)
                        .bind("district", person.district())
                        .bind("person", person.value())
                        .then())
                .then();
    }

    Mono<Void> handOver(Id person, Id into) {
        return Flux.fromIterable(HAND_OVER)
                .concatMap(statement -> database.sql(statement)
                        .bind("district", person.district())
                        .bind("person", person.value())
                        .bind("into", into.value())
                        .then())
                .then();
    }
}
