package io.quanmin.casework;

import io.quanmin.casework.AssignmentTable.Assignment;
import io.quanmin.identity.PersonName;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FlowTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a case's history to one kind of viewer. */
record Timeline(Facts facts, Sight sight, Album.Pages album, Known known, Wording words) {

    /**
     * What is known of the steps.
     *
     * @param names of those this viewer may know
     * @param reasons what the public reads of them, by the version of the case the step made
     * @param assignments within units; told to staff only
     */
    record Known(Map<Id, PersonName> names, Map<Long, String> reasons, List<Assignment> assignments) {}

    private static final Map<String, String> CAPACITIES = Map.ofEntries(
            Map.entry("REPORTER", "上报人"),
            Map.entry("CITIZEN", "上报人"),
            Map.entry("HOLDER", "认领市民"),
            Map.entry("SYSTEM", "系统自动"),
            Map.entry("REVIEWER", "审核员"),
            Map.entry("VERIFIER", "核查员"),
            Map.entry("DISPATCHER", "派遣员"),
            Map.entry("SUPERVISOR", "监督员"),
            Map.entry("WORKING_GROUP", "专班成员"),
            Map.entry("HOTLINE_CLERK", "接线员代报"),
            Map.entry("OFFICER", "承办单位"),
            Map.entry("LEADER", "承办单位"));

    /** An assignment comes after the step that made the version it was made in. */
    List<TimelineEntry> entries() {
        return Stream.concat(
                        facts.history().stream().map(this::entry),
                        known.assignments().stream().map(this::entry))
                .sorted(Comparator.comparingLong(TimelineEntry::version))
                .toList();
    }

    private TimelineEntry entry(Assignment assignment) {
        String whom = name(assignment.person());
        return new TimelineEntry(
                assignment.version(),
                "assign",
                assignment.taken() ? "收回分派" : "分派给" + (whom == null ? "经办人" : " " + whom),
                words.stage(facts.subject(), assignment.stage()),
                assignment.at(),
                by(assignment),
                null,
                null,
                List.of());
    }

    private String by(Assignment assignment) {
        Unit unit = words.units().get(assignment.unit());
        String capacity = unit == null ? "承办单位" : unit.name();
        String name = name(assignment.by());
        return name == null ? capacity : capacity + " " + name;
    }

    private TimelineEntry entry(TakenStep step) {
        boolean forAll = sight.asPublic();
        return new TimelineEntry(
                step.version(),
                step.name(),
                label(step),
                words.stage(facts.subject(), step.to()),
                step.at(),
                by(step),
                forAll ? null : step.note(),
                forAll ? known.reasons().get(step.version()) : step.reason(),
                forAll ? List.of() : album.at(step.version()));
    }

    private String label(TakenStep step) {
        return facts.rules()
                .flow()
                .step(step.from(), step.name())
                .map(FlowTable.Step::label)
                .orElse(step.name());
    }

    private String by(TakenStep step) {
        String capacity = capacity(step);
        String name = sight == Sight.STAFF ? name(step.by()) : null;
        return name == null ? capacity : capacity + " " + name;
    }

    private String capacity(TakenStep step) {
        if (step.name().equals("claim")) {
            return "认领市民";
        }
        Unit unit = step.byUnit() == null ? null : words.units().get(step.byUnit());
        boolean forUnit = step.capacity().equals("OFFICER") || step.capacity().equals("LEADER");
        return forUnit && unit != null
                ? unit.name()
                : Objects.requireNonNullElse(CAPACITIES.get(step.capacity()), "工作人员");
    }

    private @Nullable String name(@Nullable Id person) {
        PersonName name = person == null ? null : known.names().get(person);
        return name == null ? null : name.name();
    }
}
