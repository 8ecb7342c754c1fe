package io.quanmin.trail;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows that are only ever added. */
@Component
class TrailTable implements Trail {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    TrailTable(DatabaseClient database, CitySettings city, Ids ids, Clock clock) {
        this.database = database;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> record(Trace trace) {
        return Mono.deferContextual(
                context -> insert(trace, Objects.requireNonNull(context.getOrDefault(Origin.KEY, "service"))));
    }

    private Mono<Void> insert(Trace trace, String origin) {
        return database.sql("""
                        insert into trail.entry (
                            district, id, at, who, who_name, what, subject, subject_name, before, after, origin)
                        values (:district, :id, :at, :who, :whoName, :what, :subject, :subjectName, :before, :after, :origin)
                        """)
                .bind("district", city.code())
                .bind("id", ids.next(city.code()).value())
                .bind("at", clock.instant())
                .bind("who", trace.who())
                .bind("whoName", trace.whoName())
                .bind("what", trace.what())
                .bind("subject", trace.subject())
                .bind("subjectName", trace.subjectName())
                .bind("before", maybe(trace.before()))
                .bind("after", maybe(trace.after()))
                .bind("origin", origin)
                .then();
    }

    /** The latest first; one more than the page. */
    Flux<Entry> page(PageRequest page, Filter filter) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql("""
                        select * from trail.entry
                        where district = :district and (at, id) < (:at, :id)
                          and (cast(:what as text) is null or starts_with(what, :what))
                          and (cast(:who as text) is null or who = :who or subject = :who)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:until as timestamptz) is null or at < :until)
                        order by at desc, id desc limit :limit
                        """)
                .bind("district", city.code())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("what", maybe(filter.what()))
                .bind("who", maybe(filter.who()))
                .bind("from", maybe(filter.from()))
                .bind("until", maybe(filter.until()))
                .bind("limit", page.limit() + 1)
                .map(TrailTable::entry)
                .all();
    }

    /** Removes what is older; the database refuses it for what is younger than 180 days. */
    Mono<Long> forget(Instant before, int most) {
        return database.sql("""
                        delete from trail.entry where (district, id) in (
                            select district, id from trail.entry where district = :district and at < :before
                            order by at limit :most)
                        """)
                .bind("district", city.code())
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    private static Parameter maybe(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }

    private static Parameter maybe(@Nullable Instant at) {
        return at == null ? Parameters.in(Instant.class) : Parameters.in(at);
    }

    private static Entry entry(Readable row) {
        return new Entry(
                get(row, "id", UUID.class),
                get(row, "at", Instant.class),
                new Trace(
                        get(row, "who", String.class),
                        get(row, "who_name", String.class),
                        get(row, "what", String.class),
                        get(row, "subject", String.class),
                        get(row, "subject_name", String.class),
                        row.get("before", String.class),
                        row.get("after", String.class)),
                get(row, "origin", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** A change with its moment and where the request came from. */
    record Entry(UUID id, Instant at, Trace trace, String origin) {}

    /**
     * What to look for; absent for all.
     *
     * @param what what the kind of change begins with
     * @param who who changed, or what was changed
     */
    record Filter(
            @Nullable String what,
            @Nullable String who,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
