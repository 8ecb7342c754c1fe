package io.quanmin.notification.message;

import io.quanmin.kernel.Id;
import io.quanmin.notification.Rows;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many messages people still allow, as rows under the city's code. */
@Repository
class SubscriptionTable {

    /** Ends a statement that names the message as {@code settled} and binds {@code change} and {@code now}. */
    static final String CHANGE = """
            update notification.subscription s
            set balance = case :change when 'SPEND' then greatest(s.balance - 1, 0) when 'EMPTY' then 0 else s.balance end,
                frozen = s.frozen or :change = 'FREEZE', changed_at = :now
            from settled t
            where :change <> 'NONE' and s.district = t.district and s.openid = t.openid and s.template = t.template
            """;

    private final DatabaseClient database;

    SubscriptionTable(DatabaseClient database) {
        this.database = database;
    }

    /** What is left. */
    record Left(String template, int balance, boolean frozen) {}

    Flux<Left> of(String district, String openid) {
        return database.sql("""
                        select template, balance, frozen from notification.subscription
                        where district = :district and openid = :openid
                        """)
                .bind("district", district)
                .bind("openid", openid)
                .map(row -> new Left(
                        Rows.get(row, "template", String.class),
                        Rows.get(row, "balance", Integer.class),
                        Rows.get(row, "frozen", Boolean.class)))
                .all();
    }

    /** Makes the row, whose owner others of that openid may know, where there is none and locks it to the end of the transaction. */
    Mono<Void> lock(String district, String openid, String template, Instant now) {
        return database.sql("""
                        insert into notification.subscription as s (district, openid, template, person, changed_at)
                        values (:district, :openid, :template, (
                            select o.person from notification.subscription o
                            where o.district = :district and o.openid = :openid and o.person is not null limit 1), :now)
                        on conflict (district, openid, template) do update set changed_at = s.changed_at
                        """)
                .bind("district", district)
                .bind("openid", openid)
                .bind("template", template)
                .bind("now", now)
                .then();
    }

    /** Whose openid it is. */
    Mono<Void> belongsTo(Id person, String openid) {
        return database.sql("""
                        update notification.subscription set person = :person
                        where district = :district and openid = :openid and person is distinct from :person
                        """)
                .bind("person", person.value())
                .bind("district", person.district())
                .bind("openid", openid)
                .then();
    }

    /** One more is allowed, and what was banned is no longer. */
    Mono<Void> oneMore(String district, String openid, String template, Instant now) {
        return database.sql("""
                        update notification.subscription set balance = balance + 1, frozen = false, changed_at = :now
                        where district = :district and openid = :openid and template = :template
                        """)
                .bind("district", district)
                .bind("openid", openid)
                .bind("template", template)
                .bind("now", now)
                .then();
    }

    /** None is allowed any more. */
    Mono<Void> none(String district, String openid, String template, Instant now) {
        return database.sql("""
                        update notification.subscription set balance = 0, changed_at = :now
                        where district = :district and openid = :openid and template = :template
                        """)
                .bind("district", district)
                .bind("openid", openid)
                .bind("template", template)
                .bind("now", now)
                .then();
    }
}
