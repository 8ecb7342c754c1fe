package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Persons in the tables of casework: found for the export, or handed over to another account of theirs. */
@Component
class CasePersonTable {

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    CasePersonTable(DatabaseClient database) {
        this.database = database;
    }

    /** The newest cases somebody reported, up to a thousand. */
    Flux<CaseFile> reports(Id person) {
        return database.sql("""
                        select * from casework.case_file where reporter = :person order by reported_at desc, id desc limit :most
                        """)
                .bind("person", person.toString())
                .bind("most", MOST)
                .map(CaseRow::file)
                .all();
    }

    /** When somebody took which step of which case, or judged a photo of it, the newest thousand. */
    Flux<Trace> steps(Id person) {
        return database.sql("""
                        select file.number, step.name, step.at
                        from (
                            select district, case_id, name, at from casework.step where by_person = :person
                            union all
                            select district, case_id, 'judge-photo', at from casework.photo_judgement
                            where by_person = :person
                            union all
                            select district, case_id, 'assign', at from casework.assignment where by_person = :person
                            union all
                            select district, id, 'edit-public-text', edited_at from casework.case_file
                            where edited_by_person = :person) as step
                        join casework.case_file file on file.district = step.district and file.id = step.case_id
                        order by step.at desc
                        limit :most
                        """)
                .bind("person", person.toString())
                .bind("most", MOST)
                .map(row -> new Trace(
                        get(row, "number", String.class),
                        get(row, "name", String.class),
                        get(row, "at", Instant.class)))
                .all();
    }

    /** The newest cases somebody supports, by number, up to a thousand. */
    Flux<String> supported(Id person) {
        return database.sql("""
                        select file.number
                        from casework.supporter supporter
                        join casework.case_file file on file.district = supporter.district and file.id = supporter.case_id
                        where supporter.person = :person
                        order by supporter.at desc
                        limit :most
                        """)
                .bind("person", person.toString())
                .bind("most", MOST)
                .mapValue(String.class)
                .all();
    }

    /** What somebody wrote to others who work on a case, the newest thousand. */
    Flux<Said> said(Id person) {
        return database.sql("""
                        select file.number, message.at, message.words
                        from casework.thread_message message
                        join casework.case_file file on file.district = message.district and file.id = message.case_id
                        where message.by_person = :person
                        order by message.at desc
                        limit :most
                        """)
                .bind("person", person.toString())
                .bind("most", MOST)
                .map(row -> new Said(
                        get(row, "number", String.class),
                        get(row, "at", Instant.class),
                        get(row, "words", String.class)))
                .all();
    }

    /** What somebody called the views of their desk they saved. */
    Flux<String> views(Id person) {
        return database.sql("select name from casework.desk_view where person = :person order by place, id limit :most")
                .bind("person", person.toString())
                .bind("most", MOST)
                .mapValue(String.class)
                .all();
    }

    private Mono<Void> each(Id person, List<String> statements) {
        return Flux.fromIterable(statements)
                .concatMap(statement -> database.sql(statement)
                        .bind("person", person.toString())
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    /** What one account did becomes what the other did. */
    Mono<Void> handOver(Id person, Id into) {
        return each(person, List.of(CaseErasureTable.DECIDED_ANEW)).then(Mono.defer(() -> rename(person, into)));
    }

    private Mono<Void> rename(Id person, Id into) {
        return Flux.just(
                        """
                        update casework.case_file set version = version + 1, holder_person = :into
                        where holder_person = :person
                        """,
                        "update casework.case_file set reporter = :into where reporter = :person",
                        "update casework.step set by_person = :into where by_person = :person",
                        "update casework.step set holder_person = :into where holder_person = :person",
                        "update casework.photo_judgement set by_person = :into where by_person = :person",
                        "update casework.hold set person = :into where person = :person",
                        "update casework.feedback set by_person = :into where by_person = :person",
                        "update casework.case_file set edited_by_person = :into where edited_by_person = :person",
                        "update casework.child_task set signed_by_person = :into where signed_by_person = :person",
                        "update casework.child_task set done_by_person = :into where done_by_person = :person",
                        "update casework.thread_message set by_person = :into where by_person = :person",
                        "update casework.assignment set person = :into where person = :person",
                        "update casework.assignment set by_person = :into where by_person = :person",
                        "update casework.desk_view set person = :into where person = :person",
                        """
                        insert into casework.supporter (district, case_id, person, at)
                        select district, case_id, :into, at from casework.supporter where person = :person
                        on conflict do nothing
                        """,
                        """
                        insert into casework.command (district, person, key, body, case_id, at)
                        select left(:into, 6), :into, key, body, case_id, at from casework.command where person = :person
                        on conflict do nothing
                        """)
                .concatMap(statement -> database.sql(statement)
                        .bind("person", person.toString())
                        .bind("into", into.toString())
                        .fetch()
                        .rowsUpdated())
                .then(each(
                        person,
                        List.of(
                                "delete from casework.supporter where person = :person",
                                "delete from casework.command where person = :person")));
    }

    /** Something somebody wrote. */
    record Said(String number, Instant at, String words) {}

    /** A step somebody took. */
    record Trace(String number, String step, Instant at) {}
}
