package io.quanmin.approval;

import static io.quanmin.approval.Row.get;
import static io.quanmin.approval.Row.maybe;
import static io.quanmin.approval.Row.person;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What members took on. */
@Component
class ActionTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;
    private final CitySettings city;

    ActionTable(DatabaseClient database, CitySettings city) {
        this.database = database;
        this.city = city;
    }

    Mono<Void> insert(Action action) {
        return bind(database.sql("""
                                insert into approval.action (district, id, version, words, owner_person, due_on, meeting, at, done_at)
                                values (:district, :id, :version, :words, :owner, :dueOn, :meeting, :at, :doneAt)
                                """), action).bind("at", action.at()).then();
    }

    /** Changes it unless somebody else did meanwhile: the number of rows, 1 or 0. */
    Mono<Long> change(Action next) {
        return bind(database.sql("""
                                update approval.action
                                set version = :version, words = :words, owner_person = :owner, due_on = :dueOn, meeting = :meeting,
                                    done_at = :doneAt
                                where district = :district and id = :id and version = :version - 1
                                """), next).fetch().rowsUpdated();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, Action action) {
        return statement
                .bind("district", action.id().district())
                .bind("id", action.id().value())
                .bind("version", action.version())
                .bind("words", action.words())
                .bind("owner", maybe(action.owner()))
                .bind("dueOn", action.dueOn())
                .bind("meeting", maybe(action.meeting()))
                .bind("doneAt", maybe(Instant.class, action.doneAt()));
    }

    Mono<Action> find(Id id) {
        return database.sql("select * from approval.action where district = :district and id = :id")
                .bind("district", id.district())
                .bind("id", id.value())
                .map(ActionTable::action)
                .one();
    }

    /** The latest first; one more than the page. */
    Flux<Action> page(PageRequest page, boolean openOnly) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql("""
                        select * from approval.action
                        where district = :district and (at, id) < (:at, :id) and (not :open or done_at is null)
                        order by at desc, id desc limit :limit
                        """)
                .bind("district", city.code())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("open", openOnly)
                .bind("limit", page.limit() + 1)
                .map(ActionTable::action)
                .all();
    }

    /** Open actions that are overdue and of which nobody was reminded that day yet; from now on somebody was. */
    Flux<Action> remind(LocalDate today, int most) {
        return database.sql("""
                        update approval.action set reminded_on = :today
                        where district = :district and id in (
                            select id from approval.action
                            where district = :district and done_at is null and due_on < :today and owner_person is not null
                              and (reminded_on is null or reminded_on < :today)
                            order by due_on limit :most for update skip locked)
                        returning *
                        """)
                .bind("district", city.code())
                .bind("today", today)
                .bind("most", most)
                .map(ActionTable::action)
                .all();
    }

    private static Action action(Readable row) {
        return new Action(
                Row.id(row),
                get(row, "version", Long.class),
                get(row, "words", String.class),
                person(row, "owner_person"),
                get(row, "due_on", LocalDate.class),
                person(row, "meeting"),
                get(row, "at", Instant.class),
                row.get("done_at", Instant.class));
    }
}
