package io.quanmin.media;

import io.quanmin.kernel.Id;
import io.quanmin.wechat.Suggestion;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Questions to WeChat and their answers, by trace id: whichever comes second settles. */
@Component
class ScreeningTable {

    private final DatabaseClient database;

    ScreeningTable(DatabaseClient database) {
        this.database = database;
    }

    /** A question that has its answer. */
    record Settled(Id photo, Suggestion suggestion) {}

    Mono<Boolean> isAsked(Id photo) {
        return database.sql(
                        "select exists (select from media.screening_request where district = :district and photo = :photo) as asked")
                .bind("district", photo.district())
                .bind("photo", photo.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Empty while there is no verdict. */
    Mono<Settled> asked(String district, String trace, Id photo, Instant now) {
        return database.sql("""
                        insert into media.screening_request (district, trace_id, photo, at)
                        values (:district, :trace, :photo, :now)
                        on conflict (district, trace_id) do update set photo = excluded.photo
                        returning district, photo, suggestion
                        """)
                .bind("district", district)
                .bind("trace", trace)
                .bind("photo", photo.value())
                .bind("now", now)
                .map(ScreeningTable::row)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /** Empty while nobody asked; of several verdicts the first counts. */
    Mono<Settled> judged(String district, String trace, Suggestion suggestion, Instant now) {
        return database.sql("""
                        insert into media.screening_request as request (district, trace_id, suggestion, at)
                        values (:district, :trace, :suggestion, :now)
                        on conflict (district, trace_id)
                            do update set suggestion = coalesce(request.suggestion, excluded.suggestion)
                        returning district, photo, suggestion
                        """)
                .bind("district", district)
                .bind("trace", trace)
                .bind("suggestion", suggestion.name())
                .bind("now", now)
                .map(ScreeningTable::row)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /** What is long over. */
    Mono<Void> forget(Instant before) {
        return database.sql("delete from media.screening_request where at < :before")
                .bind("before", before)
                .then();
    }

    private static java.util.Optional<Settled> row(Readable row) {
        boolean open = row.get("photo", UUID.class) == null || row.get("suggestion", String.class) == null;
        return open
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Settled(
                        PhotoRow.id(row, "district", "photo"),
                        Suggestion.valueOf(Objects.requireNonNull(row.get("suggestion", String.class)))));
    }
}
