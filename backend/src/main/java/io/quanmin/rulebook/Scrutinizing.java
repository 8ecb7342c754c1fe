package io.quanmin.rulebook;

import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.place.Division;
import io.quanmin.place.Places;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Looks at a draft from every side: by itself, beside the version it would follow, and against what is under way. */
@Component
class Scrutinizing implements Scrutiny {

    private final BookReader reader;
    private final VersionTable versions;
    private final Rulebook rulebook;
    private final People people;
    private final Places places;
    private final ObjectProvider<RuleImpact> impacts;
    private final Clock clock;

    Scrutinizing(
            BookReader reader,
            VersionTable versions,
            Rulebook rulebook,
            People people,
            Places places,
            ObjectProvider<RuleImpact> impacts,
            Clock clock) {
        Wordbook.read();
        this.reader = reader;
        this.versions = versions;
        this.rulebook = rulebook;
        this.people = people;
        this.places = places;
        this.impacts = impacts;
        this.clock = clock;
    }

    @Override
    public Mono<List<Fault>> faults(Draft draft) {
        return people.units().map(units -> faults(read(draft), units));
    }

    private BookReader.Reading read(Draft draft) {
        return reader.read(draft.content(), draft.base() + 1, clock.instant());
    }

    /** Also what only this city knows: its units and its divisions. */
    private List<Fault> faults(BookReader.Reading reading, List<Unit> units) {
        Set<String> known = units.stream().map(Unit::code).collect(Collectors.toSet());
        return Stream.concat(
                        reading.faults().stream(),
                        reading.rules().stream()
                                .flatMap(rules -> Stream.concat(strangers(rules, known), nowhere(rules))))
                .toList();
    }

    private static Stream<Fault> strangers(Rules rules, Set<String> known) {
        Stream<Fault> ofTypes = rules.types()
                .filter(type -> !known.contains(type.unit()))
                .map(type -> new Fault(
                        "groups/" + type.code() + "/unit", "问题类型“%s”：没有单位 %s".formatted(type.name(), type.unit())));
        Stream<Fault> ofRows = rules.responsibility().rows().stream()
                .filter(row -> !known.contains(row.unit()))
                .map(row -> new Fault("responsibility/rows/" + row.key(), "责任分工：没有单位 " + row.unit()));
        Stream<Fault> ofHelpers = rules.linkage().whistle().helpers().stream()
                .flatMap(each -> each.units().stream()
                        .filter(unit -> !known.contains(unit))
                        .map(unit -> new Fault("linkage/whistle/helpers/" + each.type(), "协办建议：没有单位 " + unit)));
        return Stream.of(ofTypes, ofRows, ofHelpers).flatMap(faults -> faults);
    }

    private Stream<Fault> nowhere(Rules rules) {
        return rules.responsibility().rows().stream()
                .filter(row ->
                        row.prefix().length() > 4 && places.division(row.area()).isEmpty())
                .map(row -> new Fault("responsibility/rows/" + row.key(), "责任分工：本市没有区划 " + row.area()));
    }

    @Override
    public Mono<List<Change>> changes(Draft draft) {
        return versions.content(draft.base()).flatMap(base -> changes(base.content(), draft.content()));
    }

    @Override
    public Mono<List<Change>> changes(int from, int to) {
        return Mono.zip(versions.content(from), versions.content(to))
                .flatMap(both -> changes(both.getT1().content(), both.getT2().content()));
    }

    private Mono<List<Change>> changes(JsonNode before, JsonNode after) {
        return people.units()
                .map(units -> new BookDiff(new Wordbook(names(before, after, units))).changes(before, after));
    }

    private static Map<String, String> names(JsonNode before, JsonNode after, List<Unit> units) {
        Map<String, String> names = new HashMap<>();
        units.forEach(unit -> names.put(unit.code(), unit.name()));
        for (JsonNode book : List.of(before, after)) {
            book.path("flow").path("steps").forEach(step -> put(names, step, "name", "label"));
            book.path("flow").path("stages").forEach(stage -> put(names, stage, "code", "name"));
            book.path("groups").forEach(group -> group.path("types").forEach(type -> put(names, type, "code", "name")));
        }
        return names;
    }

    private static void put(Map<String, String> names, JsonNode row, String code, String name) {
        if (row.path(code).isString() && row.path(name).isString()) {
            names.put(row.path(code).stringValue(), row.path(name).stringValue());
        }
    }

    @Override
    public Mono<DryRun> dryRun(Draft draft) {
        return sound(draft)
                .flatMap(rules -> Flux.fromStream(impacts.orderedStream())
                        .concatMap(impact -> impact.impact(rules))
                        .collectList()
                        .flatMap(underWay -> fresh(draft, rules).map(fresh -> new DryRun(underWay, fresh))));
    }

    private Mono<List<DryRun.Fresh>> fresh(Draft draft, Rules rules) {
        Mono<Rules> base = rulebook.version(draft.base());
        return Mono.zip(
                base,
                people.units(),
                (before, units) -> new Fresher(before, rules, unitNames(units), this::place).all());
    }

    private String place(String area) {
        return places.division(area).map(Division::name).orElse(area);
    }

    private static Map<String, String> unitNames(List<Unit> units) {
        return units.stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }

    @Override
    public Mono<Consents> consents(Set<String> sections) {
        return rulebook.inForce(clock.instant())
                .map(Rules::approval)
                .map(rule -> new Consents(
                        Math.max(rule.approvers(), ApprovalRules.LEAST),
                        sections.stream().anyMatch(rule.headFor()::contains)));
    }

    /** The draft as rules; fails with {@link FaultyDraft}. */
    Mono<Rules> sound(Draft draft) {
        return people.units().map(units -> {
            BookReader.Reading reading = read(draft);
            List<Fault> faults = faults(reading, units);
            if (!faults.isEmpty()) {
                throw new FaultyDraft(faults);
            }
            return reading.rules().orElseThrow();
        });
    }
}
