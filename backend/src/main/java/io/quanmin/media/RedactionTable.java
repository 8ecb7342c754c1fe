package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Which parts of photos were covered, by whom; and copies that are to be removed from the store. */
@Component
class RedactionTable {

    private static final int BATCH = 500;

    private final DatabaseClient database;
    private final JsonMapper json;

    RedactionTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Serves a new copy in place of an old one. Counts the rows: none where another copy is served by now. */
    Mono<Long> serve(KeptPhoto old, String copy, Copies copies) {
        return of(old.id(), """
                        update media.photo set copy = :copy, width = :width, height = :height
                        where district = :district and id = :id and copy = :old
                        """)
                .bind("copy", copy)
                .bind("old", old.copy())
                .bind("width", copies.width())
                .bind("height", copies.height())
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> add(Id redaction, Id photo, List<Region> regions, Id by, Instant at) {
        return of(redaction, """
                        insert into media.redaction (district, id, photo, regions, by_person, at)
                        values (:district, :id, :photo, :regions::jsonb, :by, :at)
                        """)
                .bind("photo", photo.toString())
                .bind("regions", json.writeValueAsString(regions))
                .bind("by", by.toString())
                .bind("at", at)
                .then();
    }

    /** What is covered now; empty where nothing ever was. */
    Mono<List<Region>> latest(Id photo) {
        return database.sql("""
                        select regions from media.redaction
                        where district = :district and photo = :photo order by at desc, id desc limit 1
                        """)
                .bind("district", photo.district())
                .bind("photo", photo.toString())
                .map(row -> List.of(
                        json.readValue(Objects.requireNonNull(row.get("regions", String.class)), Region[].class)))
                .one();
    }

    /** A copy that is to go from the store at its time, unless it comes to be served. */
    Mono<Void> stale(Id photo, String copy, Instant due) {
        return of(photo, """
                        insert into media.stale_copy (district, id, copy, due) values (:district, :id, :copy, :due)
                        on conflict (district, id, copy) do update set due = excluded.due
                        """).bind("copy", copy).bind("due", due).then();
    }

    Mono<Void> fresh(Id photo, String copy) {
        return of(photo, "delete from media.stale_copy where district = :district and id = :id and copy = :copy")
                .bind("copy", copy)
                .then();
    }

    Flux<StaleCopy> due(Instant now) {
        return database.sql(
                        "select district, id, copy from media.stale_copy where due <= :now order by due limit :batch")
                .bind("now", now)
                .bind("batch", BATCH)
                .map(row -> new StaleCopy(
                        PhotoRow.id(row, "district", "id"), Objects.requireNonNull(row.get("copy", String.class))))
                .all();
    }

    /** When somebody covered parts of photos, the newest thousand. */
    Flux<Instant> times(Id person) {
        return database.sql("select at from media.redaction where by_person = :person order by at desc limit 1000")
                .bind("person", person.toString())
                .mapValue(Instant.class)
                .all();
    }

    Mono<Void> forget(Id person) {
        return database.sql("update media.redaction set by_person = null where by_person = :person")
                .bind("person", person.toString())
                .then();
    }

    Mono<Void> handOver(Id person, Id into) {
        return database.sql("update media.redaction set by_person = :into where by_person = :person")
                .bind("person", person.toString())
                .bind("into", into.toString())
                .then();
    }

    private GenericExecuteSpec of(Id id, String sql) {
        return database.sql(sql).bind("district", id.district()).bind("id", id.value());
    }

    /** The objects of one copy of a photo. */
    record StaleCopy(Id photo, String copy) {

        List<String> keys() {
            return List.of(PhotoKeys.picture(photo, copy), PhotoKeys.thumbnail(photo, copy));
        }
    }
}
