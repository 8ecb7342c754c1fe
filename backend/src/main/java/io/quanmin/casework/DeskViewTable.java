package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Saved views of desks, each its person's own. */
@Component
class DeskViewTable {

    private final DatabaseClient database;
    private final JsonMapper json;

    DeskViewTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is kept of a view besides its name. */
    private record Kept(@Nullable String queue, @Nullable String sort, DeskQuery filter) {}

    /** In the person's order. */
    Flux<DeskView> of(Id person, int most) {
        return database.sql("select * from casework.desk_view where person = :person order by place, id limit :most")
                .bind("person", person.toString())
                .bind("most", most)
                .map(this::view)
                .all();
    }

    /** Behind the others; 0 rows, and nothing written, where the person has as many as they may. */
    Mono<Long> add(DeskView view, Id person, int most, Instant at) {
        return locked(person)
                .then(bound("""
                        insert into casework.desk_view (district, id, person, name, place, filter, at)
                        select :district, :id, :person, :name, count(*), :filter, :at
                        from casework.desk_view where person = :person having count(*) < :most
                        """, view, person)
                        .bind("most", most)
                        .bind("at", at)
                        .fetch()
                        .rowsUpdated());
    }

    /** Two at once of the same person go one after the other. */
    private Mono<Void> locked(Id person) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('casework.desk_view:' || :person, 0))")
                .bind("person", person.toString())
                .then();
    }

    /** 0 rows where the person has no such view. */
    Mono<Long> change(DeskView view, Id person) {
        return bound("""
                        update casework.desk_view set name = :name, filter = :filter
                        where district = :district and id = :id and person = :person
                        """, view, person).fetch().rowsUpdated();
    }

    /** Puts a view to a place among the others, from 0. */
    Mono<Void> move(Id view, Id person, int place) {
        return locked(person)
                .then(database.sql("""
                        with ordered as (
                            select district, id, row_number() over (
                                order by case when id = :id then :place - 0.5 else rank end, rank) - 1 as next
                            from (
                                select district, id,
                                    row_number() over (order by id = :id, place, id) - 1 as rank
                                from casework.desk_view where person = :person) as others)
                        update casework.desk_view as view set place = ordered.next
                        from ordered where view.district = ordered.district and view.id = ordered.id
                        """)
                        .bind("id", view.value())
                        .bind("place", place)
                        .bind("person", person.toString())
                        .then());
    }

    /** 0 rows where the person has no such view. */
    Mono<Long> remove(Id view, Id person) {
        return database.sql(
                        "delete from casework.desk_view where district = :district and id = :id and person = :person")
                .bind("district", view.district())
                .bind("id", view.value())
                .bind("person", person.toString())
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec bound(String sql, DeskView view, Id person) {
        return database.sql(sql)
                .bind("district", view.id().district())
                .bind("id", view.id().value())
                .bind("person", person.toString())
                .bind("name", view.name())
                .bind("filter", Json.of(json.writeValueAsBytes(new Kept(view.queue(), view.sort(), view.filter()))));
    }

    private DeskView view(Readable row) {
        Kept kept = json.readValue(get(row, "filter", Json.class).asArray(), Kept.class);
        return new DeskView(
                new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                get(row, "name", String.class),
                kept.queue(),
                kept.sort(),
                kept.filter());
    }
}
