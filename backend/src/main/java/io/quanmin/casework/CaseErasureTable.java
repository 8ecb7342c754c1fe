package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes persons out of the tables of casework. */
@Component
class CaseErasureTable {

    /** More different questions nobody answers. */
    private static final int MOST = 1_000;

    /** A step that was decided on before finds another version, and is decided anew without what was taken out or handed over. */
    static final String DECIDED_ANEW = """
            update casework.case_file set version = version + 1
            where open and (district, id) in (
                select district, case_id from casework.child_task
                where signed_by_person = :person or done_by_person = :person)
            """;

    private final DatabaseClient database;

    CaseErasureTable(DatabaseClient database) {
        this.database = database;
    }

    /** What was asked about types when somebody reported them and they answered, each once. */
    Flux<Asked> asked(Id reporter) {
        return database.sql("""
                        select distinct file.rules, answer.type, answer.code
                        from casework.case_file file
                        join casework.answer answer on answer.district = file.district and answer.case_id = file.id
                        where file.reporter = :reporter order by file.rules, answer.type, answer.code limit :most
                        """)
                .bind("reporter", reporter.toString())
                .bind("most", MOST)
                .map(row -> new Asked(
                        get(row, "rules", Integer.class),
                        get(row, "type", String.class),
                        get(row, "code", String.class)))
                .all();
    }

    /** Forgets what somebody answered to a question in their own words. */
    Mono<Void> forget(Id reporter, Asked question) {
        return database.sql("""
                        delete from casework.answer
                        where type = :type and code = :code and (district, case_id) in (
                            select district, id from casework.case_file where reporter = :reporter and rules = :rules)
                        """)
                .bind("type", question.type())
                .bind("code", question.code())
                .bind("reporter", reporter.toString())
                .bind("rules", question.rules())
                .then();
    }

    /**
     * Takes a person out everywhere, with what they wrote beside the description; where their phone stood goes with them, where the
     * problem is stays. Cases come first: a step at the same moment is over before, and seen here, or is decided anew.
     */
    Mono<Void> erase(Id person) {
        return each(
                person,
                List.of(
                        DECIDED_ANEW,
                        """
                        update casework.case_file set version = version + 1, holder_person = null
                        where holder_person = :person
                        """,
                        """
                        update casework.case_file set version = version + 1
                        where reporter = :person
                        """,
                        """
                        update casework.feedback set words = null
                        where (district, case_id) in (
                            select district, id from casework.case_file where reporter = :person)
                        """,
                        """
                        update casework.case_file
                        set reporter = null, rating = null, given_longitude = null, given_latitude = null, given_datum = null,
                            accuracy = null
                        where reporter = :person
                        """,
                        """
                        update casework.step set reason = null, note = null
                        where by_person = :person and capacity in ('REPORTER', 'HOLDER', 'CITIZEN')
                        """,
                        "update casework.step set by_person = null where by_person = :person",
                        "update casework.step set holder_person = null where holder_person = :person",
                        "update casework.photo_judgement set by_person = null where by_person = :person",
                        "delete from casework.hold where person = :person",
                        "update casework.feedback set by_person = null where by_person = :person",
                        "update casework.case_file set edited_by_person = null where edited_by_person = :person",
                        "update casework.child_task set signed_by_person = null where signed_by_person = :person",
                        "update casework.child_task set done_by_person = null where done_by_person = :person",
                        "update casework.thread_message set by_person = null where by_person = :person",
                        """
                        update casework.assignment set person = null, ended_at = coalesce(ended_at, at)
                        where person = :person
                        """,
                        "update casework.assignment set by_person = null where by_person = :person",
                        "delete from casework.desk_view where person = :person",
                        "delete from casework.supporter where person = :person",
                        "delete from casework.command where person = :person"));
    }

    private Mono<Void> each(Id person, List<String> statements) {
        return Flux.fromIterable(statements)
                .concatMap(statement -> database.sql(statement)
                        .bind("person", person.toString())
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    /** A question that was answered. */
    record Asked(int rules, String type, String code) {}
}
