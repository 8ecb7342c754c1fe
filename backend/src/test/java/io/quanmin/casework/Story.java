package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** What happened to a case in the spring of 2026, written into its history at once. Days are as {@code 03-02}, moments as {@code 03-02T01:00}, UTC. */
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Unit unit;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Boolean solved;
    private @Nullable Integer stars;

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
        return add("shelve", "handling", "shelved", at(at), at(at).plus(Duration.ofDays(3)), unit.id());
    }

    Story finished(String at) {
        return add("finish", "handling", "in-inspection", at(at), null, unit.id());
    }

    Story passed(String at) {
        return add("pass", "in-inspection", "closed", at(at), null, unit.id());
    }

    Story rated(String at, boolean isSolved, int given) {
        solved = isSolved;
        stars = given;
        return add("rate", "closed", "rated", at(at), null, unit.id());
    }

    Story reopened(String at) {
        return add("reopen", "closed", "registered", at(at), null, unit.id());
    }

    private Story add(String name, String from, String to, Instant at, @Nullable Instant due, @Nullable Id whose) {
        rows.add(new Row(name, from, to, at, due, whose));
        return this;
    }

    private static Instant at(String moment) {
        return Instant.parse("2026-" + moment + ":00Z");
    }

    void write(DatabaseClient database) {
        UUID id = UUID.randomUUID();
        Flux.concat(file(database, id), Flux.range(0, rows.size()).concatMap(nth -> step(database, id, nth)))
                .then()
                .block(PATIENCE);
    }

    private Flux<Long> file(DatabaseClient database, UUID id) {
        return database.sql("""
                        insert into casework.case_file (
                            district, id, number, version, rules, type, stage, open, shown, dangerous, description, anonymous,
                            screening, area, area_name, outside, address, reported_at, unit, solved, stars, difficulty, mode)
                        values (
                            :district, :id, :number, :version, 3, 'exposed-garbage', :stage, false, true, false, '垃圾', false,
                            'PASSED', '990102001001', '桂花社区', false, '', :at, :unit, :solved, :stars, 'ORDINARY', 'LEVELS')
                        """)
                .bind("district", Town.DISTRICT)
                .bind("id", id)
                .bind("number", id.toString())
                .bind("version", rows.size())
                .bind("stage", rows.getLast().to())
                .bind("at", rows.getFirst().at())
                .bind("unit", unit.id().toString())
                .bind("solved", Columns.maybe(solved, Boolean.class))
                .bind("stars", Columns.maybe(stars, Integer.class))
                .fetch()
                .rowsUpdated()
                .flux();
    }

    private Flux<Long> step(DatabaseClient database, UUID id, int nth) {
        Row row = rows.get(nth);
        return database.sql("""
                        insert into casework.step (
                            district, case_id, version, name, from_stage, to_stage, at, capacity, by_unit, type, unit, due_at,
                            difficulty, mode)
                        values (
                            :district, :id, :version, :name, :from, :to, :at, 'OFFICER', :byUnit, 'exposed-garbage', :unit, :due,
                            'ORDINARY', 'LEVELS')
                        """)
                .bind("district", Town.DISTRICT)
                .bind("id", id)
                .bind("version", nth + 1)
                .bind("name", row.name())
                .bind("from", row.from())
                .bind("to", row.to())
                .bind("at", row.at())
                .bind("byUnit", unit.id().toString())
                .bind("unit", Columns.maybe(row.unit()))
                .bind("due", Columns.maybe(row.due(), Instant.class))
                .fetch()
                .rowsUpdated()
                .flux();
    }

    private record Row(
            String name,
            String from,
            String to,
            Instant at,
            @Nullable Instant due,
            @Nullable Id unit) {}
}
