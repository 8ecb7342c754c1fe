package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.wechat.WeChatAccount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is who in the mini-program. */
@Component
final class WeChatAccountTable {

    /** Which of the city's WeChat applications; later ones get names of their own. */
    private static final String MINI_PROGRAM = "MINI";

    private final DatabaseClient database;

    WeChatAccountTable(DatabaseClient database) {
        this.database = database;
    }

    /** Notes that somebody came; empty when nobody is known by this openid. Locks the row, so that erasing waits. */
    Mono<Known> seen(String district, String openid, Instant now) {
        return database.sql("""
                        update identity.wechat_account set seen_at = :now
                         where district = :district and app = :app and openid = :openid
                        returning district, person, unionid
                        """)
                .bind("district", district)
                .bind("app", MINI_PROGRAM)
                .bind("openid", openid)
                .bind("now", now)
                .map(row -> new Known(Sql.id(row, "person"), row.get("unionid", String.class)))
                .one();
    }

    /** Who came longest ago by this unionid. */
    Mono<Id> byUnionid(String district, String unionid) {
        return database.sql("""
                        select district, person from identity.wechat_account
                         where district = :district and unionid = :unionid order by person limit 1
                        """)
                .bind("district", district)
                .bind("unionid", unionid)
                .map(row -> Sql.id(row, "person"))
                .one();
    }

    /** How many rows were written: 0 when somebody else's first login was faster. */
    Mono<Long> add(WeChatAccount account, Id person, Instant now) {
        return database.sql("""
                        insert into identity.wechat_account (district, app, openid, unionid, person, seen_at)
                        values (:district, :app, :openid, :unionid, :person, :now)
                        on conflict (district, app, openid) do nothing
                        """)
                .bind("district", person.district())
                .bind("app", MINI_PROGRAM)
                .bind("openid", account.openid())
                .bind("unionid", Sql.orNull(String.class, account.unionid()))
                .bind("person", person.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> attachUnionid(String district, WeChatAccount account) {
        return database.sql("""
                        update identity.wechat_account set unionid = :unionid
                         where district = :district and app = :app and openid = :openid
                        """)
                .bind("district", district)
                .bind("app", MINI_PROGRAM)
                .bind("openid", account.openid())
                .bind("unionid", Sql.orNull(String.class, account.unionid()))
                .fetch()
                .rowsUpdated();
    }

    /** The person known by an openid, and by which unionid. */
    record Known(Id person, @Nullable String unionid) {}
}
