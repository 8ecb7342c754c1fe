package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.id;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who was asked about which case, and what they answered. */
@Component
class AskTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** A case is asked about a few times, each time of a few dozen at most. */
    private static final int MOST_OF_A_CASE = 500;

    private static final String SELECT = """
            select file.*, ask.id as ask_id, ask.person as ask_person, ask.invited, ask.asked_at, ask.answer as said,
                   ask.answered_at, ask.note as said_note, ask.photos, ask.distance as said_from, ask.weight,
                   round.version as round, round.about, round.opened_at, round.ends_at, round.closed_at
            from casework.ask ask
            join casework.asking round
                on round.district = ask.district and round.case_id = ask.case_id and round.version = ask.version
            join casework.case_file file on file.district = ask.district and file.id = ask.case_id
            """;

    private final DatabaseClient database;

    AskTable(DatabaseClient database) {
        this.database = database;
    }

    /** Asks somebody; again is the same. */
    Mono<Void> add(Ask ask) {
        return database.sql("""
                        insert into casework.ask (district, id, case_id, version, person, invited, asked_at)
                        values (:district, :id, :caseId, :version, :person, :invited, :askedAt)
                        on conflict (district, case_id, version, person) do nothing
                        """)
                .bind("district", ask.id().district())
                .bind("id", ask.id().value())
                .bind("caseId", ask.caseId().value())
                .bind("version", ask.round().version())
                .bind("person", maybe(ask.person()))
                .bind("invited", ask.invited())
                .bind("askedAt", ask.askedAt())
                .then();
    }

    Mono<Asked> find(Id askId) {
        return database.sql(SELECT + "where ask.district = :district and ask.id = :id")
                .bind("district", askId.district())
                .bind("id", askId.value())
                .map(AskTable::asked)
                .one();
    }

    /** All of a case, oldest first. */
    Flux<Asked> of(Id caseId) {
        return database.sql(SELECT + """
                        where ask.district = :district and ask.case_id = :caseId
                        order by ask.version, ask.answered_at nulls last, ask.id limit :most
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("most", MOST_OF_A_CASE)
                .map(AskTable::asked)
                .all();
    }

    /** Somebody's, newest first, one row more than the page. */
    Flux<Asked> mine(Id person, PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql(SELECT + """
                        where ask.person = :person and (ask.asked_at, ask.id) < (:at, :id)
                        order by ask.asked_at desc, ask.id desc limit :limit
                        """)
                .bind("person", person.toString())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(AskTable::asked)
                .all();
    }

    /** Somebody's about some cases. */
    Mono<List<Ask>> among(Id person, List<Found> found) {
        return database.sql(SELECT + """
                        where ask.person = :person
                          and (ask.district, ask.case_id) in (select * from unnest(:districts::char(6)[], :cases))
                        """)
                .bind("person", person.toString())
                .bind(
                        "districts",
                        found.stream().map(each -> each.file().id().district()).toArray(String[]::new))
                .bind(
                        "cases",
                        found.stream().map(each -> each.file().id().value()).toArray(UUID[]::new))
                .map(AskTable::asked)
                .all()
                .map(Asked::ask)
                .collectList();
    }

    /** What is said of cases that have not moved on, by case; those of whom nobody says anything are left out. */
    Mono<Map<Id, Residents>> said(List<Id> cases) {
        return database.sql("""
                        select ask.district, ask.case_id, round.about,
                               count(*) filter (where ask.answer = 'YES') as yes, count(*) filter (where ask.answer = 'NO') as no,
                               count(*) filter (where ask.answer = 'CANNOT_FIND') as cannot_find
                        from unnest(:districts::char(6)[], :cases) as wanted (district, case_id)
                        join casework.asking round
                            on round.district = wanted.district and round.case_id = wanted.case_id and round.closed_at is null
                        join casework.case_file file on file.district = wanted.district and file.id = wanted.case_id
                        join casework.ask ask
                            on ask.district = round.district and ask.case_id = round.case_id and ask.version = round.version
                        where ask.answer is not null
                        and (ask.person is null or (
                            ask.person is distinct from file.reporter
                            and not exists (
                                select from casework.case_file merged
                                where merged.merged_into = file.district || '-' || replace(file.id::text, '-', '')
                                and merged.reporter = ask.person)))
                        group by ask.district, ask.case_id, round.about
                        """)
                .bind("districts", cases.stream().map(Id::district).toArray(String[]::new))
                .bind("cases", cases.stream().map(Id::value).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        new Id(get(row, "district", String.class), get(row, "case_id", UUID.class)), residents(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Residents residents(Readable row) {
        return new Residents(
                About.valueOf(get(row, "about", String.class)),
                get(row, "yes", Integer.class),
                get(row, "no", Integer.class),
                get(row, "cannot_find", Integer.class));
    }

    /** Writes an answer over the one before. */
    Mono<Void> answer(Id askId, Ask.Answered answered) {
        return database.sql("""
                        update casework.ask
                        set answer = :answer, answered_at = :at, note = :note, photos = :photos, distance = :distance,
                            weight = :weight
                        where district = :district and id = :id
                        """)
                .bind("district", askId.district())
                .bind("id", askId.value())
                .bind("answer", answered.answer().name())
                .bind("at", answered.at())
                .bind("note", maybe(answered.note(), String.class))
                .bind("photos", answered.photos().stream().map(Id::toString).toArray(String[]::new))
                .bind("distance", maybe(answered.distance(), Double.class))
                .bind("weight", answered.weight())
                .then();
    }

    /** What a person decided afterwards bears out one answer and not the others. */
    Mono<Void> settle(Id caseId, long round, About.Answer right) {
        return database.sql("""
                        update casework.ask set agreed = (answer = :right)
                        where district = :district and case_id = :caseId and version = :round and answer is not null
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("round", round)
                .bind("right", right.name())
                .then();
    }

    /** How somebody's answers turned out until now. */
    Mono<Past> past(Id person) {
        return database.sql("""
                        select count(*) filter (where agreed) as agreed, count(agreed) as settled
                        from casework.ask where person = :person
                        """)
                .bind("person", person.toString())
                .map(row -> new Past(get(row, "agreed", Long.class), get(row, "settled", Long.class)))
                .one();
    }

    private static Asked asked(Readable row) {
        CaseFile file = CaseRow.file(row);
        Ask.Round round = round(row);
        Ask ask = new Ask(
                new Id(file.id().district(), get(row, "ask_id", UUID.class)),
                file.id(),
                round,
                id(row, "ask_person"),
                get(row, "invited", Boolean.class),
                get(row, "asked_at", Instant.class),
                row.get("said", String.class) == null ? null : answered(row));
        return new Asked(ask, file);
    }

    static Ask.Round round(Readable row) {
        return new Ask.Round(
                get(row, "round", Long.class),
                About.valueOf(get(row, "about", String.class)),
                get(row, "opened_at", Instant.class),
                get(row, "ends_at", Instant.class),
                row.get("closed_at", Instant.class));
    }

    private static Ask.Answered answered(Readable row) {
        List<Id> photos =
                Stream.of(get(row, "photos", String[].class)).map(Id::parse).toList();
        return new Ask.Answered(
                About.Answer.valueOf(get(row, "said", String.class)),
                get(row, "answered_at", Instant.class),
                row.get("said_note", String.class),
                photos,
                row.get("said_from", Double.class),
                get(row, "weight", Double.class));
    }

    /** An ask and its case as it is now. */
    record Asked(Ask ask, CaseFile file) {

        Cursor cursor() {
            return new Cursor(ask.askedAt(), ask.id().value());
        }
    }

    /**
     * @param agreed answers that a person who decided afterwards saw the same way
     * @param settled answers on which somebody decided
     */
    record Past(long agreed, long settled) {}
}
