package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/** What happened to a case in the spring of 2026, written into its history at once. Days are as {@code 03-02}, moments as {@code 03-02T01:00}, UTC. */
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Unit unit;
    private final List<Row> rows = new ArrayList<>();
    private final List<Saying> said = new ArrayList<>();
    private final List<Calling> called = new ArrayList<>();

    private Story(Unit unit) {
        this.unit = unit;
    }

    static Story of(Unit unit) {
        return new Story(unit);
    }

    Story dispatched(String day, int hours) {
        Instant at = at(day + "T00:00");
        return add("dispatch", "registered", "dispatched", at, at.plus(Duration.ofHours(hours)), unit.id());
    }

    Story signed(String at, int hours) {
        return add("sign", "dispatched", "handling", at(at), at(at).plus(Duration.ofHours(hours)), unit.id());
    }

    Story extended(String at, int hours) {
        return add("grant-extension", "handling", "handling", at(at), at(at).plus(Duration.ofHours(hours)), unit.id());
    }

    Story returned(String at) {
        return add("return", rows.getLast().to(), "registered", at(at), null, null);
    }

    Story shelved(String at) {
        return add("shelve", rows.getLast().to(), "shelved", at(at), at(at).plus(Duration.ofDays(3)), unit.id());
    }

    Story finished(String at) {
        return add("finish", "handling", "in-inspection", at(at), null, unit.id());
    }

    Story passed(String at) {
        return add("pass", "in-inspection", "closed", at(at), null, unit.id());
    }

    Story rated(String at, boolean isSolved, int given) {
        said.add(new Saying("RATING", isSolved, given >= 4, at(at)));
        return add("rate", "closed", "rated", at(at), null, unit.id());
    }

    /** Nobody's from then on: a dispatcher decides anew. */
    Story reopened(String at) {
        return add("reopen", rows.getLast().to(), "registered", at(at), null, null);
    }

    Story refused(String at, int hours) {
        return add("refuse", "in-inspection", "handling", at(at), at(at).plus(Duration.ofHours(hours)), unit.id());
    }

    /** On the telephone. */
    Story answered(String at, boolean isSolved, boolean isSatisfied) {
        said.add(new Saying("CALL", isSolved, isSatisfied, at(at)));
        return this;
    }

    /** Many are called, this unit among them, and none does anything. */
    Story whistled(String at, int hours) {
        called.add(new Calling("CALLED", at(at), at(at).plus(Duration.ofHours(hours)), null, null));
        return add("whistle", "registered", "whistled", at(at), null, Town.anId());
    }

    /** The unit did its part, and so did all others. */
    Story gathered(String at) {
        Calling last = called.removeLast();
        called.add(new Calling("REPORTED", last.at(), last.due(), last.at().plusSeconds(1), at(at)));
        return add(
                "gather",
                "whistled",
                "in-inspection",
                at(at),
                null,
                rows.getLast().unit());
    }

    private Story add(String name, String from, String to, Instant at, @Nullable Instant due, @Nullable Id whose) {
        rows.add(new Row(name, from, to, at, due, whose));
        return this;
    }

    private static Instant at(String moment) {
        return Instant.parse("2026-" + moment + ":00Z");
    }

    void write(DatabaseClient database) {
        write(database, 1);
    }

    /** The same of so many cases. */
    void write(DatabaseClient database, int times) {
        String seed = UUID.randomUUID().toString();
        Flux.concat(
                        file(database, seed, times),
                        Flux.range(0, rows.size()).concatMap(nth -> step(database, seed, times, nth)),
                        Flux.fromIterable(said).concatMap(saying -> feedback(database, seed, times, saying)),
                        Flux.fromIterable(called).concatMap(calling -> task(database, seed, times, calling)))
                .then()
                .block(PATIENCE);
    }

    private Flux<Long> file(DatabaseClient database, String seed, int times) {
        return written(
                database,
                seed,
                times,
                """
                        insert into casework.case_file (
                            district, id, number, version, rules, type, stage, open, shown, dangerous, description, anonymous,
                            screening, area, area_name, outside, address, reported_at, unit, difficulty, mode)
                        select
                            :district, md5(:seed || nth)::uuid, :seed || nth, :version, 3, 'exposed-garbage', :stage, false, true,
                            false, '垃圾', false, 'PASSED', '990102001001', '桂花社区', false, '', :at, :unit, 'ORDINARY', 'LEVELS'
                        from generate_series(1, :times) nth
                        """,
                spec -> spec.bind("version", rows.size())
                        .bind("stage", rows.getLast().to())
                        .bind("at", rows.getFirst().at())
                        .bind("unit", unit.id().toString()));
    }

    private Flux<Long> step(DatabaseClient database, String seed, int times, int nth) {
        Row row = rows.get(nth);
        return written(
                database,
                seed,
                times,
                """
                        insert into casework.step (
                            district, case_id, version, name, from_stage, to_stage, at, capacity, by_unit, type, unit, due_at,
                            difficulty, mode)
                        select
                            :district, md5(:seed || nth)::uuid, :version, :name, :from, :to, :at, 'OFFICER', :byUnit,
                            'exposed-garbage', :unit, :due, 'ORDINARY', 'LEVELS'
                        from generate_series(1, :times) nth
                        """,
                spec -> spec.bind("version", nth + 1)
                        .bind("name", row.name())
                        .bind("from", row.from())
                        .bind("to", row.to())
                        .bind("at", row.at())
                        .bind("byUnit", unit.id().toString())
                        .bind("unit", Columns.maybe(row.unit()))
                        .bind("due", Columns.maybe(row.due(), Instant.class)));
    }

    private static Flux<Long> feedback(DatabaseClient database, String seed, int times, Saying saying) {
        return written(
                database,
                seed,
                times,
                """
                        insert into casework.feedback (district, id, case_id, via, reached, solved, satisfied, at)
                        select :district, gen_random_uuid(), md5(:seed || nth)::uuid, :via, true, :solved, :satisfied, :at
                        from generate_series(1, :times) nth
                        """,
                spec -> spec.bind("via", saying.via())
                        .bind("solved", saying.solved())
                        .bind("satisfied", saying.satisfied())
                        .bind("at", saying.at()));
    }

    private Flux<Long> task(DatabaseClient database, String seed, int times, Calling calling) {
        boolean done = calling.doneAt() != null;
        return written(
                database,
                seed,
                times,
                """
                        insert into casework.child_task (
                            district, case_id, unit, part, state, called_at, due_at, signed_at, done_at, version, warned, late)
                        select :district, md5(:seed || nth)::uuid, :unit, 'ASSIST', :state, :at, :due, :signed, :done, :version,
                            false, false
                        from generate_series(1, :times) nth
                        """,
                spec -> spec.bind("unit", unit.id().toString())
                        .bind("state", calling.state())
                        .bind("at", calling.at())
                        .bind("due", calling.due())
                        .bind("signed", Columns.maybe(calling.signedAt(), Instant.class))
                        .bind("done", Columns.maybe(calling.doneAt(), Instant.class))
                        .bind("version", Columns.maybe(done ? 2L : null, Long.class)));
    }

    private static Flux<Long> written(
            DatabaseClient database, String seed, int times, String sql, UnaryOperator<GenericExecuteSpec> bound) {
        return bound.apply(database.sql(sql)
                        .bind("district", Town.DISTRICT)
                        .bind("seed", seed)
                        .bind("times", times))
                .fetch()
                .rowsUpdated()
                .flux();
    }

    private record Saying(String via, boolean solved, boolean satisfied, Instant at) {}

    private record Calling(
            String state,
            Instant at,
            Instant due,
            @Nullable Instant signedAt,
            @Nullable Instant doneAt) {}

    private record Row(
            String name,
            String from,
            String to,
            Instant at,
            @Nullable Instant due,
            @Nullable Id unit) {}
}
