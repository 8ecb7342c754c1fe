package io.quanmin.media;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds a picture again that is part of something already. */
@Component
class TwinTable {

    private final DatabaseClient database;

    TwinTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * For each photo the one most like it, where one is near enough. A hash of next to no bits, or of next to all, is of a plain
     * wall or the dark and says nothing.
     */
    Flux<Twin> of(Collection<Id> photos, int bits, @Nullable Id apartFrom) {
        return database.sql("""
                        select mine.district, mine.id, other.district as other_district, other.id as other_id,
                            other.subject_district, other.subject
                        from media.photo mine
                        cross join lateral (
                            select * from media.photo known
                            where media.quarters(known.hash) && media.near_quarters(mine.hash)
                                and known.hash is not null and known.subject is not null
                                and bit_count((known.hash # mine.hash)::bit(64)) <= :bits
                                and (known.subject_district, known.subject) is distinct from (:district, :subject)
                                and (known.district, known.id) <> (mine.district, mine.id)
                            order by bit_count((known.hash # mine.hash)::bit(64)), known.uploaded_at
                            limit 1) other
                        where (mine.district, mine.id) in (select * from unnest(:districts::text[], :ids::uuid[]))
                            and bit_count(mine.hash::bit(64)) between 8 and 56
                        """)
                .bind("bits", bits)
                .bind("district", maybe(apartFrom == null ? null : apartFrom.district(), String.class))
                .bind("subject", maybe(apartFrom == null ? null : apartFrom.value(), UUID.class))
                .bind("districts", photos.stream().map(Id::district).toArray(String[]::new))
                .bind("ids", photos.stream().map(Id::value).toArray(UUID[]::new))
                .map(row -> new Twin(
                        id(row, "district", "id"),
                        id(row, "other_district", "other_id"),
                        id(row, "subject_district", "subject")))
                .all();
    }

    private static <T> Parameter maybe(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static Id id(Readable row, String district, String id) {
        return new Id(
                Objects.requireNonNull(row.get(district, String.class)),
                Objects.requireNonNull(row.get(id, UUID.class)));
    }
}
