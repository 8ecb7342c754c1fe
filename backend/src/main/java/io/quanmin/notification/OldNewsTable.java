package io.quanmin.notification;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Rows of news and messages, by their age. */
@Repository
class OldNewsTable {

    private final DatabaseClient database;

    OldNewsTable(DatabaseClient database) {
        this.database = database;
    }

    /** Takes items older than a moment out of inboxes, at most so many: how many went. */
    Mono<Long> forgetItems(Instant before, int most) {
        return forget("""
                        delete from notification.item
                        where ctid = any (array(select ctid from notification.item where at < :before limit :most))
                        """, before, most);
    }

    /** As {@link #forgetItems}, what was said by WeChat. */
    Mono<Long> forgetMessages(Instant before, int most) {
        return forget("""
                        delete from notification.message
                        where ctid = any (array(select ctid from notification.message where begun_at < :before limit :most))
                        """, before, most);
    }

    private Mono<Long> forget(String statement, Instant before, int most) {
        return database.sql(statement)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }
}
