package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.quanmin.rulebook.DuplicateRules;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Cases by their words, and cases that may be of one problem. */
@Component
class SearchTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private static final String SEARCH = """
            (select * from casework.case_file
            where (number = :words
                   or (%s @> casework.grams(:words)
                       and position(casework.plain(:words) in casework.plain(%s || ' ' || %s || ' ' || area_name)) > 0))
              and %s
              and (reported_at, id) < (:at, :id)
            order by reported_at desc, id desc
            limit :limit)
            """;

    private static final String ALL = SEARCH.formatted("grams", "description", "address", "starts_with(area, :area)");

    /** Nobody finds by a word what they cannot read; their own case they do before others see it. */
    private static final String SHOWN =
            SEARCH.formatted("public_grams", "public_description", "public_address", "shown")
                    + " union all "
                    + SEARCH.formatted("grams", "description", "address", "not shown and reporter = :person")
                    + " order by reported_at desc, id desc limit :limit";

    private static final int NEAREST = 200;
    private static final int LATEST = 500;

    private final DatabaseClient database;

    SearchTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Cases in whose description, address or area the words stand together, or whose number they are; newest first, one row more
     * than the page.
     *
     * @param person who searches; absent for anybody
     * @param area what the codes of the searcher's area begin with: all cases there; absent for a citizen, who finds what is shown
     */
    Flux<CaseFile> search(String words, @Nullable Id person, @Nullable String area, PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        GenericExecuteSpec search = area == null
                ? database.sql(SHOWN).bind("person", maybe(person))
                : database.sql(ALL).bind("area", area);
        return search.bind("words", words)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(CaseRow::file)
                .all();
    }

    /** Open cases of a type everybody may see, around a place and not older than a moment; nearest first. */
    Flux<Found> similar(String type, GeoPoint point, double radius, Instant since, int most) {
        return database.sql("""
                        with candidate as materialized (
                            select *, casework.metres(longitude, latitude, :longitude, :latitude) as distance
                            from casework.case_file
                            where open and place is not null and shown and type = :type and reported_at >= :since
                              and place <@ casework.around(:longitude, :latitude, :radius)
                            order by place <-> casework.plane(:longitude, :latitude)
                            limit :most)
                        select * from candidate where distance <= :radius order by distance, id
                        """)
                .bind("type", type)
                .bind("longitude", point.longitude())
                .bind("latitude", point.latitude())
                .bind("radius", radius)
                .bind("since", since)
                .bind("most", most)
                .map(row -> new Found(CaseRow.file(row), row.get("distance", Double.class)))
                .all();
    }

    /**
     * Open cases that may be of the same problem as one: around its place, or saying much the same in its area; shown to all,
     * or within the asker's area. The likeliest first, by all but the pictures. Looked at are the nearest and the newest of its
     * area, so many of each: a comparison of words with every open case of a large city takes seconds.
     */
    Flux<Likely> likely(Id caseId, @Nullable String area, DuplicateRules rule, double radius, Instant since, int most) {
        return database.sql("""
                        with this as (
                            select * from casework.case_file where district = :district and id = :id),
                        found as (
                            select near.district, near.id from this cross join lateral (
                                select file.district, file.id from casework.case_file file
                                where file.open and file.place is not null and file.reported_at >= :since
                                  and (file.shown or starts_with(file.area, :area))
                                  and file.place <@ casework.around(this.longitude, this.latitude, :radius)
                                order by file.place <-> this.place limit :nearest) near
                            union
                            select here.district, here.id from this cross join lateral (
                                select file.district, file.id from casework.case_file file
                                where file.open and file.reported_at >= :since
                                  and (file.shown or starts_with(file.area, :area))
                                  and file.district = this.district and file.area = this.area
                                order by file.reported_at desc limit :latest) here),
                        other as (
                            select file.*,
                                   casework.metres(file.longitude, file.latitude, this.longitude, this.latitude) as distance,
                                   casework.alike(file.grams, this.grams) as alike,
                                   greatest(0, 1 - abs(extract(epoch from file.reported_at - this.reported_at)) / :window)::float8
                                       as recency
                            from found join casework.case_file file on file.district = found.district and file.id = found.id, this
                            where file.id <> this.id)
                        select * from other
                        where distance <= :radius or alike >= 0.3
                        order by :near * greatest(0, 1 - coalesce(distance, :radius) / greatest(:radius, 1)) + :alike * alike + :recent * recency desc, id
                        limit :most
                        """)
                .bind("district", caseId.district())
                .bind("id", caseId.value())
                .bind("area", maybe(area, String.class))
                .bind("radius", radius)
                .bind("since", since)
                .bind("nearest", NEAREST)
                .bind("latest", LATEST)
                .bind("window", Math.max(1.0, rule.window().toSeconds()))
                .bind("near", rule.near())
                .bind("alike", rule.words())
                .bind("recent", rule.recent())
                .bind("most", most)
                .map(row -> new Likely(
                        new Found(CaseRow.file(row), row.get("distance", Double.class)),
                        get(row, "alike", Double.class),
                        get(row, "recency", Double.class)))
                .all();
    }

    /**
     * A case that may be of the same problem.
     *
     * @param alike how much of the words is the same, from 0 to 1
     * @param recency how near in time the two reports are, from 0 to 1
     */
    record Likely(Found found, double alike, double recency) {}
}
