package io.quanmin.approval;

import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Persons in the working group's papers: found for the export, taken out, or handed over to another account of theirs. */
@Component
class PapersTable {

    /** Columns that name a person, by table. */
    static final Map<String, List<String>> COLUMNS = Map.of(
            "approval.member", List.of("person", "by_person"),
            "approval.qualification", List.of("by_person", "person"),
            "approval.meeting", List.of("author_person", "signer_person"),
            "approval.action", List.of("owner_person"),
            "approval.proposal", List.of("proposer_person"),
            "approval.vote", List.of("person"));

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    PapersTable(DatabaseClient database) {
        this.database = database;
    }

    /** What somebody stood for in the working group, in words. */
    Flux<String> duties(Id person) {
        return database.sql("""
                        select duty || ' ' || from_day || coalesce(' – ' || until_day, '') as words
                        from approval.member where person = :person order by from_day desc limit :most
                        """)
                .bind("person", person.toString())
                .bind("most", MOST)
                .map(row -> Row.get(row, "words", String.class))
                .all();
    }

    Mono<Void> erase(Id person) {
        return run("delete from approval.qualification where person = :person", person)
                .thenMany(columns())
                .concatMap(place -> run(
                        "update %s set %2$s = null where %2$s = :person".formatted(place.table(), place.column()),
                        person))
                .then();
    }

    /** Where both accounts have a qualification, or approved the same, the one handed to keeps its own. */
    Mono<Void> handOver(Id person, Id into) {
        return run("""
                        delete from approval.qualification mine where person = :person and exists (
                            select from approval.qualification theirs
                            where theirs.district = mine.district and theirs.person = '%s')
                        """.formatted(into), person)
                .then(run("""
                        update approval.vote mine set person = null where person = :person and exists (
                            select from approval.vote theirs
                            where theirs.district = mine.district and theirs.proposal = mine.proposal
                            and theirs.person = '%s')
                        """.formatted(into), person))
                .thenMany(columns())
                .concatMap(place -> run(
                        "update %s set %2$s = '%3$s' where %2$s = :person"
                                .formatted(place.table(), place.column(), into),
                        person))
                .then();
    }

    private static Flux<Place> columns() {
        return Flux.fromIterable(COLUMNS.entrySet())
                .flatMapIterable(table -> table.getValue().stream()
                        .map(column -> new Place(table.getKey(), column))
                        .toList());
    }

    private record Place(String table, String column) {}

    /** Ids are digits and hyphens only. */
    private Mono<Void> run(String sql, Id person) {
        return database.sql(sql).bind("person", person.toString()).then();
    }
}
