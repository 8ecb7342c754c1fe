package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who rang, and what they agreed to aloud. */
@Component
final class CallerTable {

    private final DatabaseClient database;

    CallerTable(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps others with the same number waiting to the end of the transaction. */
    Mono<Void> lock(byte[] blind) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(encode(:blind, 'hex'), 0))")
                .bind("blind", blind)
                .then();
    }

    /** Who has a number: whoever bound it in WeChat first of all. */
    Mono<Id> byPhone(String district, byte[] blind) {
        return database.sql("""
                        select p.district, p.id from identity.phone h
                          join identity.person p on p.district = h.district and p.id = h.person
                         where h.district = :district and h.blind = :blind and p.erased_at is null and p.merged_into is null
                         order by exists (select from identity.wechat_account w
                                           where w.district = p.district and w.person = p.id) desc, p.created_at, p.id
                         limit 1
                        """)
                .bind("district", district)
                .bind("blind", blind)
                .map(row -> Sql.id(row, "id"))
                .one();
    }

    /** Who rang from a number and never came through WeChat, but for one person; staff are never among them. */
    Flux<Id> onlyCallers(Id but, byte[] blind) {
        return database.sql("""
                        select c.district, c.person from identity.caller c
                          join identity.phone h on h.district = c.district and h.person = c.person
                          join identity.person p on p.district = c.district and p.id = c.person
                         where c.district = :district and h.blind = :blind and c.person <> :but
                           and p.erased_at is null and p.merged_into is null
                           and not exists (select from identity.wechat_account w
                                            where w.district = c.district and w.person = c.person)
                           and not exists (select from identity.staff s
                                            where s.district = c.district and s.person = c.person)
                         order by c.person
                        """)
                .bind("district", but.district())
                .bind("but", but.value())
                .bind("blind", blind)
                .map(row -> Sql.id(row, "person"))
                .all();
    }

    /** The name given last counts. */
    Mono<Void> called(Id person, @Nullable String name, Instant now) {
        return database.sql("""
                        insert into identity.caller as caller (district, person, name, first_at)
                        values (:district, :person, :name, :now)
                        on conflict (district, person) do update set name = coalesce(excluded.name, caller.name)
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("name", Sql.orNull(String.class, name))
                .bind("now", now)
                .then();
    }

    Mono<Void> consented(Id consent, Id person, Call call, Instant now) {
        return database.sql("""
                        insert into identity.spoken_consent (district, id, person, version, clerk_person, said_at)
                        values (:district, :id, :person, :version, :clerk, :now)
                        """)
                .bind("district", person.district())
                .bind("id", consent.value())
                .bind("person", person.value())
                .bind("version", call.agreement())
                .bind("clerk", call.clerk().value())
                .bind("now", now)
                .then();
    }
}
