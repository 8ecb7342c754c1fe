package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Followers of the service account, and whose account in the mini-program is the same person's. */
@Component
final class ServiceAccountTable {

    private final DatabaseClient database;

    ServiceAccountTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Notes a follower; the person is found by unionid where it is not named. What is known already is not forgotten, and news
     * older than what is known changes nothing.
     */
    Mono<Void> follows(String district, String openid, @Nullable String unionid, @Nullable Id person, Instant at) {
        return database.sql("""
                        insert into identity.service_account as known
                               (district, openid, unionid, person, following, changed_at)
                        values (:district, :openid, :unionid,
                                coalesce(:person, (select a.person from identity.wechat_account a
                                                    where a.district = :district and a.unionid = :unionid
                                                    order by a.person limit 1)),
                                true, :at)
                        on conflict (district, openid) do update
                           set unionid = coalesce(excluded.unionid, known.unionid),
                               person = coalesce(excluded.person, known.person),
                               following = case when known.changed_at <= :at then true else known.following end,
                               changed_at = greatest(known.changed_at, :at)
                        """)
                .bind("district", district)
                .bind("openid", openid)
                .bind("unionid", Sql.orNull(String.class, unionid))
                .bind("person", Sql.orNull(java.util.UUID.class, person == null ? null : person.value()))
                .bind("at", at)
                .then();
    }

    Mono<Void> unfollows(String district, String openid, Instant at) {
        return database.sql("""
                        insert into identity.service_account as known (district, openid, following, changed_at)
                        values (:district, :openid, false, :at)
                        on conflict (district, openid) do update
                           set following = false, changed_at = :at where known.changed_at <= :at
                        """)
                .bind("district", district)
                .bind("openid", openid)
                .bind("at", at)
                .then();
    }

    /** Gives followers known by a unionid, but as nobody yet, to the person who came with it. */
    Mono<Void> adopt(Id person, String unionid) {
        return database.sql("""
                        update identity.service_account set person = :person
                         where district = :district and unionid = :unionid and person is null
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("unionid", unionid)
                .then();
    }
}
