package io.quanmin.notification.message;

import io.quanmin.notification.Rows;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Messages as rows: what was meant to be said is written down before it is said. */
@Repository
class MessageTable {

    private static final String KEY =
            " district = :district and person = :person and event = :event and channel = :channel ";

    private final DatabaseClient database;

    MessageTable(DatabaseClient database) {
        this.database = database;
    }

    /** Writes down that a message is to be sent now; false when it was before, and certainly not only to be kept for later. */
    Mono<Boolean> begin(MessageKey key, String openid, String template, Instant now) {
        return insert(key, openid, template, MessageState.INTENDED, now, """
                        on conflict (district, person, event, channel) do update
                        set state = 'INTENDED', begun_at = excluded.begun_at, changed_at = excluded.changed_at
                        where m.state = 'LATER'
                        """)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Writes down that a message is to be sent now, or once more if it is not known to have arrived; since when it is tried.
     * Empty when it came to something already.
     */
    Mono<Instant> beginOrRepeat(MessageKey key, String openid, String template, Instant now) {
        return insert(key, openid, template, MessageState.INTENDED, now, """
                        on conflict (district, person, event, channel) do update
                        set state = 'INTENDED', changed_at = excluded.changed_at,
                            begun_at = case when m.state = 'LATER' then excluded.begun_at else m.begun_at end
                        where m.state in ('LATER', 'INTENDED')
                        returning m.begun_at
                        """)
                .map(row -> Rows.get(row, "begun_at", Instant.class))
                .one();
    }

    /** Writes down that a message cannot be sent at all. */
    Mono<Void> note(MessageKey key, String template, MessageState state, Instant now) {
        return insert(key, null, template, state, now, "on conflict do nothing").then();
    }

    private GenericExecuteSpec insert(
            MessageKey key,
            @Nullable String openid,
            String template,
            MessageState state,
            Instant now,
            String onConflict) {
        return keyed("""
                        insert into notification.message as m
                            (district, person, event, channel, template, openid, state, begun_at, changed_at)
                        values (:district, :person, :event, :channel, :template, :openid, :state, :now, :now)
                        """ + onConflict, key)
                .bind("template", template)
                .bind("openid", orNull(String.class, openid))
                .bind("state", state.name())
                .bind("now", now);
    }

    /** Says what came of a message on its way; one that was settled meanwhile stays as it is: 0 then. */
    Mono<Long> settle(MessageKey key, Settled settled, Instant now) {
        return settling(
                        "update notification.message " + SET + " where state = 'INTENDED' and " + KEY,
                        key,
                        settled,
                        now)
                .fetch()
                .rowsUpdated();
    }

    /** The same, and with it what it does to the person's subscription. */
    Mono<Void> settle(MessageKey key, Settled settled, LedgerChange change, Instant now) {
        return settling(
                        "with settled as (update notification.message " + SET + " where state = 'INTENDED' and " + KEY
                                + " returning district, openid, template) " + SubscriptionTable.CHANGE,
                        key,
                        settled,
                        now)
                .bind("change", change.name())
                .then();
    }

    private static final String SET =
            "set state = :state, code = :code, reason = :reason, wechat_id = :wechatId, changed_at = :now";

    private GenericExecuteSpec settling(String statement, MessageKey key, Settled settled, Instant now) {
        return keyed(statement, key)
                .bind("state", settled.state().name())
                .bind("code", orNull(Integer.class, settled.code()))
                .bind("reason", orNull(String.class, settled.reason()))
                .bind("wechatId", orNull(String.class, settled.wechatId()))
                .bind("now", now);
    }

    private GenericExecuteSpec keyed(String statement, MessageKey key) {
        return database.sql(statement)
                .bind("district", key.person().district())
                .bind("person", key.person().value())
                .bind("event", key.event().value())
                .bind("channel", key.channel().name());
    }

    private static <T> Parameter orNull(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
