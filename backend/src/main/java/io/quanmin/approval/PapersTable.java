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
            "approval.member",
            List.of("person", "by_person"),
            "approval.qualification",
            List.of("by_person", "person"));

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
                .thenMany(Flux.fromIterable(COLUMNS.entrySet()))
                .concatMap(table ->
                        Flux.fromIterable(table.getValue()).concatMap(column -> erase(table.getKey(), column, person)))
                .then();
    }

    private Mono<Void> erase(String table, String column, Id person) {
        return run("update %s set %2$s = null where %2$s = :person".formatted(table, column), person);
    }

    /** Where both accounts have a qualification, the one handed to keeps its own. */
    Mono<Void> handOver(Id person, Id into) {
        return run("""
                        delete from approval.qualification mine where person = :person and exists (
                            select from approval.qualification theirs
                            where theirs.district = mine.district and theirs.person = '%s')
                        """.formatted(into), person)
                .thenMany(Flux.fromIterable(COLUMNS.entrySet()))
                .concatMap(table -> Flux.fromIterable(table.getValue())
                        .concatMap(column -> run(
                                "update %s set %2$s = '%3$s' where %2$s = :person"
                                        .formatted(table.getKey(), column, into),
                                person)))
                .then();
    }

    /** Ids are digits and hyphens only. */
    private Mono<Void> run(String sql, Id person) {
        return database.sql(sql).bind("person", person.toString()).then();
    }
}
