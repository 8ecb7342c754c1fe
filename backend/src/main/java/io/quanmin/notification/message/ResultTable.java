package io.quanmin.notification.message;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Results of messages as WeChat tells them, put to the rows they belong to. */
@Repository
class ResultTable {

    private final DatabaseClient database;

    ResultTable(DatabaseClient database) {
        this.database = database;
    }

    /** To a message that was taken under this id; 0 when there is none. */
    Mono<Long> ofTaken(String district, String wechatId, Result result, Instant now) {
        return database.sql("""
                        update notification.message set state = :state, reason = :reason, changed_at = :now
                        where district = :district and wechat_id = :wechatId and state = 'TAKEN'
                        """)
                .bind("district", district)
                .bind("wechatId", wechatId)
                .bind("state", result.state().name())
                .bind("reason", result.status())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    /**
     * To the oldest message to this person from this template whose sending nobody knows the end of: so it did go out, and with
     * a subscribe message one of those allowed was used. 0 when there is none.
     */
    Mono<Long> ofUnsettled(
            String district, String openid, String template, Result result, LedgerChange change, Instant now) {
        return database.sql("""
                        with unsettled as (
                            select district, person, event, channel from notification.message
                            where district = :district and openid = :openid and template = :template
                              and state in ('INTENDED', 'UNKNOWN')
                            order by begun_at limit 1 for update),
                        settled as (
                            update notification.message m
                            set state = :state, reason = :reason, wechat_id = :wechatId, changed_at = :now
                            from unsettled u
                            where m.district = u.district and m.person = u.person
                              and m.event = u.event and m.channel = u.channel
                            returning m.district, m.openid, m.template),
                        counted as (
                        """ + SubscriptionTable.CHANGE + " returning 1) select count(*) from settled")
                .bind("district", district)
                .bind("openid", openid)
                .bind("template", template)
                .bind("wechatId", result.wechatId())
                .bind("state", result.state().name())
                .bind("reason", result.status())
                .bind("change", change.name())
                .bind("now", now)
                .mapValue(Long.class)
                .one();
    }

    /** What WeChat says of a message. */
    record Result(String wechatId, boolean delivered, String status) {

        MessageState state() {
            return delivered ? MessageState.DELIVERED : MessageState.FAILED;
        }
    }
}
