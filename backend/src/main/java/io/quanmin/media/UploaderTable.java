package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos by the person who uploaded them. */
@Component
class UploaderTable {

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    UploaderTable(DatabaseClient database) {
        this.database = database;
    }

    /** The newest of theirs, bounded. */
    Flux<KeptPhoto> newest(Id uploader) {
        return of(uploader, "select " + PhotoRow.COLUMNS + """
                 from media.photo
                where uploader_district = :district and uploader = :uploader and state = 'KEPT'
                order by uploaded_at desc limit
                """ + MOST)
                .map(PhotoRow::read)
                .all();
    }

    /** What became part of something stays, without them, without where and when they took it, and without the original. */
    Mono<Void> forget(Id uploader, Instant now) {
        return of(uploader, """
                with kept as (
                    update media.photo set uploader_district = null, uploader = null,
                        taken_at = null, taken_longitude = null, taken_latitude = null
                    where uploader_district = :district and uploader = :uploader and subject is not null
                    returning district, id)
                insert into media.leftover (district, id, kind, due) select district, id, 'ORIGINAL', :now from kept
                on conflict do nothing
                """).bind("now", now).then();
    }

    /** What became part of nothing goes. */
    Mono<Void> removeUnattached(Id uploader, Instant now) {
        return of(uploader, """
                with gone as (
                    delete from media.photo
                    where uploader_district = :district and uploader = :uploader and subject is null
                    returning district, id)
                insert into media.removal (district, id, since) select district, id, :now from gone
                on conflict do nothing
                """).bind("now", now).then();
    }

    /** Two accounts are one person. */
    Mono<Void> handOver(Id uploader, Id to) {
        return of(uploader, """
                update media.photo set uploader_district = :toDistrict, uploader = :to
                where uploader_district = :district and uploader = :uploader
                """)
                .bind("toDistrict", to.district())
                .bind("to", to.value())
                .then();
    }

    private GenericExecuteSpec of(Id uploader, String sql) {
        return database.sql(sql).bind("district", uploader.district()).bind("uploader", uploader.value());
    }
}
