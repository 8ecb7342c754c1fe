package io.quanmin.casework;

import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.quanmin.place.Division;
import io.quanmin.rulebook.FlowTable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One case at a time: read by id, moved under a guard. */
@Component
class CaseTable {

    private final DatabaseClient database;

    CaseTable(DatabaseClient database) {
        this.database = database;
    }

    static GenericExecuteSpec key(GenericExecuteSpec statement, Id id) {
        return statement.bind("district", id.district()).bind("id", id.value());
    }

    static GenericExecuteSpec standing(GenericExecuteSpec statement, Standing now, FlowTable.Stage stage) {
        return linked(statement, now.linkage())
                .bind("version", now.version())
                .bind("type", now.type())
                .bind("stage", now.stage())
                .bind("open", stage.open())
                .bind("shown", stage.shown())
                .bind("dangerous", now.dangerous())
                .bind("description", now.description())
                .bind("screening", now.screening().name())
                .bind("dueAt", maybe(now.dueAt(), Instant.class))
                .bind("alarmAt", maybe(now.alarmAt(), Instant.class));
    }

    static GenericExecuteSpec linked(GenericExecuteSpec statement, Linkage linkage) {
        Division.Level level = linkage.level();
        return statement
                .bind("difficulty", linkage.difficulty().name())
                .bind("mode", linkage.mode().name())
                .bind("level", maybe(level == null ? null : level.name(), String.class))
                .bind("unit", maybe(linkage.unit()))
                .bind("holder", maybe(linkage.holder()));
    }

    /** A case; empty when there is none. */
    Mono<CaseFile> find(Id id) {
        return key(database.sql("select * from casework.case_file where district = :district and id = :id"), id)
                .map(CaseRow::file)
                .one();
    }

    /**
     * Locks two cases in the order of their ids, so that two merges the other way round wait instead of blocking each other. Part
     * of a transaction.
     */
    Mono<Void> lock(Id one, Id other) {
        Id first = one.compareTo(other) <= 0 ? one : other;
        Id second = first.equals(one) ? other : one;
        return lock(first).then(lock(second));
    }

    /** Locks a case to the end of the transaction. */
    Mono<Void> lock(Id id) {
        return key(
                        database.sql(
                                "select 1 from casework.case_file where district = :district and id = :id for update"),
                        id)
                .then();
    }

    /** Keeps a case where it is to the end of the transaction. */
    Mono<Void> hold(Id id) {
        return key(
                        database.sql(
                                "select 1 from casework.case_file where district = :district and id = :id for share"),
                        id)
                .then();
    }

    /** Moves a case on unless somebody else did meanwhile: the number of rows, 1 or 0. */
    Mono<Long> move(CaseFile next, long from, FlowTable.Stage stage) {
        Rating rating = next.now().rating();
        GenericExecuteSpec update = database.sql("""
                update casework.case_file
                set version = :version, type = :type, stage = :stage, open = :open, shown = :shown, dangerous = :dangerous,
                    description = :description, screening = :screening, due_at = :dueAt, alarm_at = :alarmAt,
                    difficulty = :difficulty, mode = :mode, level = :level, unit = :unit, holder_person = :holder,
                    merged_into = :mergedInto, solved = :solved, stars = :stars, rating = :rating, answer = :answer
                where district = :district and id = :id and version = :from
                """)
                .bind("from", from)
                .bind("answer", maybe(next.now().answer(), String.class))
                .bind("mergedInto", maybe(next.now().mergedInto()))
                .bind("solved", maybe(rating == null ? null : rating.solved(), Boolean.class))
                .bind("stars", maybe(rating == null ? null : rating.stars(), Integer.class))
                .bind("rating", maybe(rating == null ? null : rating.text(), String.class));
        return standing(key(update, next.id()), next.now(), stage).fetch().rowsUpdated();
    }

    /** Cases merged into one that is now itself merged go on to where it goes: a target is never merged. */
    Mono<Void> redirect(Id from, Id into) {
        return database.sql("update casework.case_file set merged_into = :into where merged_into = :from")
                .bind("into", into.toString())
                .bind("from", from.toString())
                .then();
    }

    /** Reporters of the cases merged into one, each once, who came first first; at most so many. */
    Flux<Id> followers(Id target, int most) {
        return database.sql("""
                        select reporter from casework.case_file
                        where merged_into = :target and reporter is not null
                        group by reporter order by min(reported_at), reporter limit :most
                        """)
                .bind("target", target.toString())
                .bind("most", most)
                .map(row -> Id.parse(Columns.get(row, "reporter", String.class)))
                .all();
    }

    /** Whether a case somebody reported is merged into one. */
    Mono<Boolean> mergedFrom(Id target, Id person) {
        return database.sql("""
                        select exists (
                            select from casework.case_file where merged_into = :target and reporter = :person) as merged
                        """)
                .bind("target", target.toString())
                .bind("person", person.toString())
                .mapValue(Boolean.class)
                .one();
    }

    /** Who of some persons reported a case that is merged into one. */
    Flux<Id> mergedFrom(Id target, Set<Id> persons) {
        return persons.isEmpty()
                ? Flux.empty()
                : database.sql("""
                        select distinct reporter from casework.case_file
                        where merged_into = :target and reporter = any (:persons)
                        """)
                        .bind("target", target.toString())
                        .bind("persons", persons.stream().map(Id::toString).toArray(String[]::new))
                        .map(row -> Id.parse(Columns.get(row, "reporter", String.class)))
                        .all();
    }

    /** Puts an alarm that should have gone off by now, and cannot, off until later; one set anew meanwhile stays. */
    Mono<Void> snooze(Id id, Instant now, Instant until) {
        return key(database.sql("""
                        update casework.case_file set alarm_at = :until
                        where district = :district and id = :id and alarm_at <= :now
                        """), id).bind("until", until).bind("now", now).then();
    }

    /** Open cases whose alarm should have gone off by a moment, the longest waiting first, at most so many. */
    Flux<Id> ringing(Instant by, int most) {
        return database.sql("""
                        select district, id from casework.case_file
                        where open and alarm_at <= :by
                        order by alarm_at limit :most
                        """)
                .bind("by", by)
                .bind("most", most)
                .map(row -> new Id(Columns.get(row, "district", String.class), Columns.get(row, "id", UUID.class)))
                .all();
    }
}
