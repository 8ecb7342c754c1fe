package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Single objects of photos, to be removed from the store at their time whatever becomes of the photo. */
@Component
class LeftoverTable {

    private static final int BATCH = 500;

    private final DatabaseClient database;

    LeftoverTable(DatabaseClient database) {
        this.database = database;
    }

    /** One object. */
    record Leftover(Id photo, Kind kind) {

        String key() {
            return kind == Kind.INCOMING ? PhotoKeys.incoming(photo) : PhotoKeys.original(photo);
        }
    }

    /** Which of a photo's objects. */
    enum Kind {
        INCOMING,
        ORIGINAL
    }

    /** What a form lets anybody who holds it post, as often as they like, until its time is over. */
    Mono<Void> incoming(Id photo, Instant due) {
        return database.sql("""
                        insert into media.leftover (district, id, kind, due) values (:district, :id, 'INCOMING', :due)
                        """)
                .bind("district", photo.district())
                .bind("id", photo.value())
                .bind("due", due)
                .then();
    }

    Flux<Leftover> due(Instant now) {
        return database.sql("select district, id, kind from media.leftover where due <= :now order by due limit :batch")
                .bind("now", now)
                .bind("batch", BATCH)
                .map(row -> new Leftover(
                        PhotoRow.id(row, "district", "id"),
                        Kind.valueOf(Objects.requireNonNull(row.get("kind", String.class)))))
                .all();
    }

    Mono<Void> removed(Leftover leftover) {
        return database.sql("delete from media.leftover where district = :district and id = :id and kind = :kind")
                .bind("district", leftover.photo().district())
                .bind("id", leftover.photo().value())
                .bind("kind", leftover.kind().name())
                .then();
    }
}
