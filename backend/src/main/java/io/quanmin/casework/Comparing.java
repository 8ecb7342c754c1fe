package io.quanmin.casework;

import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.RuleImpact;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.Treatment;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one open case against the rules it is under and against a draft. */
final class Comparing {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Rules rules;
    private final Rules draft;
    private final Map<String, String> units;

    Comparing(Rules rules, Rules draft, Map<String, String> units) {
        this.rules = rules;
        this.draft = draft;
        this.units = units;
    }

    List<Difference> differences(OpenCase open) {
        Optional<ProblemType> was = rules.type(open.type());
        Optional<ProblemType> is = draft.type(open.type());
        if (was.isEmpty() || is.isEmpty()) {
            return List.of(
                    new Difference(open.type(), "类型", was.map(ProblemType::name).orElse(null), null));
        }
        if (draft.flow().stage(open.stage()).isEmpty()) {
            return List.of(new Difference(is.get().name(), "环节", stage(open), null));
        }
        Found found = new Found(is.get().name(), new ArrayList<>());
        found.add("时限", due(rules, was.get(), open), due(draft, is.get(), open));
        treatment(rules, was.get(), open)
                .against(treatment(draft, is.get(), open))
                .forEach(each -> found.add(each.thing(), each.before(), each.after()));
        found.add("步骤", steps(rules, open), steps(draft, open));
        return List.copyOf(found.differences());
    }

    private @Nullable String due(Rules by, ProblemType type, OpenCase open) {
        Optional<Instant> due = by.due(type, open.difficulty(), open.stage(), open.since());
        return due.map(end -> MINUTE.format(end.atZone(by.calendar().zone()))).orElse(null);
    }

    private Treatment treatment(Rules by, ProblemType type, OpenCase open) {
        return Treatment.of(by, type, open.area(), units);
    }

    private static String steps(Rules by, OpenCase open) {
        return by.flow().from(open.stage()).stream()
                .map(FlowTable.Step::label)
                .distinct()
                .sorted()
                .collect(Collectors.joining("、"));
    }

    private @Nullable String stage(OpenCase open) {
        return rules.flow().stage(open.stage()).map(FlowTable.Stage::name).orElse(null);
    }

    /** What was found so far of a case of a type. */
    private record Found(String name, List<Difference> differences) {

        private void add(String kind, @Nullable String was, @Nullable String is) {
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(name, kind, was, is));
            }
        }
    }

    /** One difference, in words. */
    record Difference(
            String name,
            String kind,
            @Nullable String before,
            @Nullable String after) {

        RuleImpact.Example of(OpenCase open) {
            return new RuleImpact.Example(open.id(), open.number(), name, kind, before, after);
        }
    }
}
