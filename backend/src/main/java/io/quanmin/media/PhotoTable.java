package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The life of a photo's row: it arrives, is kept, becomes part of something, or goes. */
@Component
class PhotoTable {

    private final DatabaseClient database;

    PhotoTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The row of a photo whose objects are about to be stored; of a direct upload, in place of the one that awaited it. Counts
     * the rows: none where somebody else is at it.
     */
    Mono<Long> arrive(KeptPhoto photo, Id uploader) {
        GenericExecuteSpec sql = database.sql("""
                insert into media.photo as photo (district, id, uploader_district, uploader, state, format, size,
                    width, height, taken_at, taken_longitude, taken_latitude, hash, uploaded_at, screening)
                values (:district, :id, :uploaderDistrict, :uploader, 'ARRIVING', :format, :size, :width, :height,
                    :takenAt, :longitude, :latitude, :hash, :uploadedAt, :screening)
                on conflict (district, id) do update set state = excluded.state, format = excluded.format,
                    size = excluded.size, width = excluded.width, height = excluded.height,
                    taken_at = excluded.taken_at, taken_longitude = excluded.taken_longitude,
                    taken_latitude = excluded.taken_latitude, hash = excluded.hash,
                    uploaded_at = excluded.uploaded_at, screening = excluded.screening
                where photo.state = 'AWAITED' and photo.uploader = excluded.uploader
                """);
        return PhotoRow.bind(sql, photo)
                .bind("uploaderDistrict", uploader.district())
                .bind("uploader", uploader.value())
                .fetch()
                .rowsUpdated();
    }

    /** All its objects are stored. Counts the rows. */
    Mono<Long> keep(Id photo) {
        return of(photo, """
                        update media.photo set state = 'KEPT' where district = :district and id = :id and state = 'ARRIVING'
                        """).fetch().rowsUpdated();
    }

    /** It did not come to be kept: the row goes, its objects are to be removed. */
    Mono<Void> undo(Id photo, Instant now) {
        return of(photo, """
                with gone as (
                    delete from media.photo where district = :district and id = :id and state <> 'KEPT'
                    returning district, id)
                insert into media.removal (district, id, since) select district, id, :now from gone
                on conflict do nothing
                """).bind("now", now).then();
    }

    Mono<KeptPhoto> find(Id photo) {
        return of(photo, "select " + PhotoRow.COLUMNS + """
                 from media.photo where district = :district and id = :id and state = 'KEPT'
                """).map(PhotoRow::read).one();
    }

    Flux<KeptPhoto> find(Collection<Id> photos) {
        return of(photos, "select " + PhotoRow.COLUMNS + """
                 from media.photo
                where (district, id) in (select * from unnest(:districts::text[], :ids::uuid[])) and state = 'KEPT'
                """)
                .map(PhotoRow::read)
                .all();
    }

    /** The hashes of those that have one. */
    Flux<Map.Entry<Id, Long>> hashes(Collection<Id> photos) {
        return of(photos, """
                select district, id, hash from media.photo
                where (district, id) in (select * from unnest(:districts::text[], :ids::uuid[])) and hash is not null
                """)
                .map(row -> Map.entry(
                        new Id(
                                Objects.requireNonNull(row.get("district", String.class)),
                                Objects.requireNonNull(row.get("id", UUID.class))),
                        Objects.requireNonNull(row.get("hash", Long.class))))
                .all();
    }

    /** Binds all of them, if all are the uploader's and free or bound to the subject already, else none; counts them. */
    Mono<Long> attach(Collection<Id> photos, Id uploader, Id subject) {
        return of(photos, """
                with fit as (
                    select district, id from media.photo
                    where (district, id) in (select * from unnest(:districts::text[], :ids::uuid[]))
                        and state = 'KEPT' and uploader_district = :uploaderDistrict and uploader = :uploader
                        and (subject is null or (subject_district, subject) = (:subjectDistrict, :subject))
                    order by district, id for update)
                update media.photo set subject_district = :subjectDistrict, subject = :subject
                where (district, id) in (select * from fit) and (select count(*) from fit) = :all
                """)
                .bind("all", photos.size())
                .bind("uploaderDistrict", uploader.district())
                .bind("uploader", uploader.value())
                .bind("subjectDistrict", subject.district())
                .bind("subject", subject.value())
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec of(Id photo, String sql) {
        return database.sql(sql).bind("district", photo.district()).bind("id", photo.value());
    }

    private GenericExecuteSpec of(Collection<Id> photos, String sql) {
        return database.sql(sql)
                .bind("districts", photos.stream().map(Id::district).toArray(String[]::new))
                .bind("ids", photos.stream().map(Id::value).toArray(UUID[]::new));
    }
}
