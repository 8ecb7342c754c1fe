package io.quanmin.notification.message;

import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Acceptances as client and WeChat report them. */
@Repository
class AnswerTable {

    private final DatabaseClient database;

    AnswerTable(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a report; false when it was kept before. */
    Mono<Boolean> keep(Acceptance acceptance) {
        return database.sql("""
                        insert into notification.answer (district, openid, template, asked, source, at, matched)
                        values (:district, :openid, :template, :asked, :source, :at, false)
                        on conflict do nothing
                        """)
                .bind("district", acceptance.district())
                .bind("openid", acceptance.openid())
                .bind("template", acceptance.template())
                .bind("asked", acceptance.asked())
                .bind("source", acceptance.source().name())
                .bind("at", acceptance.at())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Finds the other side's report of the same acceptance and marks both; false when it has not come. */
    Mono<Boolean> match(Acceptance acceptance, Duration window) {
        return database.sql("""
                        with other as (
                            select asked from notification.answer
                            where district = :district and openid = :openid and template = :template
                              and source <> :source and not matched and at between :from and :to
                            order by at limit 1)
                        update notification.answer a set matched = true from other
                        where a.district = :district and a.openid = :openid and a.template = :template
                          and a.asked in (other.asked, :asked)
                        """)
                .bind("district", acceptance.district())
                .bind("openid", acceptance.openid())
                .bind("template", acceptance.template())
                .bind("asked", acceptance.asked())
                .bind("source", acceptance.source().name())
                .bind("from", acceptance.at().minus(window))
                .bind("to", acceptance.at().plus(window))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Reports that can no longer be matched are gone. */
    Mono<Void> prune(Instant before) {
        return database.sql("delete from notification.answer where at < :before")
                .bind("before", before)
                .then();
    }
}
