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
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Meetings and their minutes. */
@Component
class MeetingTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;
    private final CitySettings city;

    MeetingTable(DatabaseClient database, CitySettings city) {
        this.database = database;
        this.city = city;
    }

    Mono<Void> insert(Meeting meeting) {
        return bind(database.sql("""
                                insert into approval.meeting (
                                    district, id, version, held_on, title, agenda, minutes, decisions, author_person, at)
                                values (:district, :id, :version, :heldOn, :title, :agenda, :minutes, :decisions, :author, :at)
                                """), meeting)
                .bind("author", maybe(meeting.author()))
                .bind("at", meeting.at())
                .then();
    }

    /** Changes minutes that are not signed unless somebody else did meanwhile: the number of rows, 1 or 0. */
    Mono<Long> change(Meeting next) {
        return bind(database.sql("""
                                update approval.meeting
                                set version = :version, held_on = :heldOn, title = :title, agenda = :agenda, minutes = :minutes,
                                    decisions = :decisions, signed_at = :signedAt, signer_person = :signer
                                where district = :district and id = :id and version = :version - 1 and signed_at is null
                                """), next)
                .bind("signedAt", maybe(Instant.class, next.signedAt()))
                .bind("signer", maybe(next.signer()))
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, Meeting meeting) {
        return statement
                .bind("district", meeting.id().district())
                .bind("id", meeting.id().value())
                .bind("version", meeting.version())
                .bind("heldOn", meeting.heldOn())
                .bind("title", meeting.title())
                .bind("agenda", meeting.agenda())
                .bind("minutes", meeting.minutes())
                .bind("decisions", meeting.decisions().toArray(String[]::new));
    }

    Mono<Meeting> find(Id id) {
        return database.sql("select * from approval.meeting where district = :district and id = :id")
                .bind("district", id.district())
                .bind("id", id.value())
                .map(MeetingTable::meeting)
                .one();
    }

    /** The latest first; one more than the page. */
    Flux<Meeting> page(PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql("""
                        select * from approval.meeting
                        where district = :district and (at, id) < (:at, :id)
                        order by at desc, id desc limit :limit
                        """)
                .bind("district", city.code())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(MeetingTable::meeting)
                .all();
    }

    private static Meeting meeting(Readable row) {
        return new Meeting(
                Row.id(row),
                get(row, "version", Long.class),
                get(row, "held_on", LocalDate.class),
                get(row, "title", String.class),
                get(row, "agenda", String.class),
                get(row, "minutes", String.class),
                List.of(get(row, "decisions", String[].class)),
                person(row, "author_person"),
                get(row, "at", Instant.class),
                row.get("signed_at", Instant.class),
                person(row, "signer_person"));
    }
}
