package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is to be swept, and which node does it. */
@Component
class SweepTable {

    private static final int BATCH = 500;

    private final DatabaseClient database;

    SweepTable(DatabaseClient database) {
        this.database = database;
    }

    /** Whether this node may sweep now; the database's clock, because it is about nodes and not about business. */
    Mono<Boolean> lease(String district, UUID holder, Duration time) {
        return database.sql("""
                        insert into media.sweep_lease as lease (district, holder, until)
                        values (:district, :holder, now() + :seconds * interval '1 second')
                        on conflict (district) do update set holder = excluded.holder, until = excluded.until
                            where lease.until < now() or lease.holder = excluded.holder
                        """)
                .bind("district", district)
                .bind("holder", holder)
                .bind("seconds", time.toSeconds())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** No verdict came in time: a person decides, or has let it go on already. */
    Mono<Long> handOverUnjudged(Instant before) {
        return database.sql("""
                        update media.photo set screening = case when looked_at then 'PASSED' else 'FOR_PERSON' end
                        where screening = 'PENDING' and state = 'KEPT' and uploaded_at < :before
                        """).bind("before", before).fetch().rowsUpdated();
    }

    /** Rows of photos that became part of nothing, or never finished arriving; their objects are to be removed. */
    Mono<Long> removeRows(Instant unattachedBefore, Instant unfinishedBefore, Instant now) {
        return database.sql("""
                        with old as (
                            select district, id from media.photo
                            where subject is null and (state = 'KEPT' and uploaded_at < :unattached
                                or state <> 'KEPT' and uploaded_at < :unfinished)
                            order by uploaded_at limit :batch for update skip locked),
                        gone as (
                            delete from media.photo where (district, id) in (select * from old) returning district, id)
                        insert into media.removal (district, id, since) select district, id, :now from gone
                        on conflict do nothing
                        """)
                .bind("unattached", unattachedBefore)
                .bind("unfinished", unfinishedBefore)
                .bind("now", now)
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated();
    }

    /** Photos whose objects are to be removed. */
    Flux<Id> removals(Instant before) {
        return database.sql("""
                        select district, id from media.removal where since <= :before order by since limit :batch
                        """)
                .bind("before", before)
                .bind("batch", BATCH)
                .map(row -> PhotoRow.id(row, "district", "id"))
                .all();
    }

    Mono<Void> removed(Id photo) {
        return database.sql("delete from media.removal where district = :district and id = :id")
                .bind("district", photo.district())
                .bind("id", photo.value())
                .then();
    }
}
