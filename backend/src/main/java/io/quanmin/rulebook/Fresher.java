package io.quanmin.rulebook;

import io.quanmin.place.Division;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What would be dealt with otherwise if it were reported now, type by type. */
final class Fresher {

    private static final String NONE = "无";

    private final Rules before;
    private final Rules after;
    private final Map<String, String> units;

    Fresher(Rules before, Rules after, Map<String, String> units) {
        this.before = before;
        this.after = after;
        this.units = units;
    }

    List<DryRun.Fresh> all() {
        Stream<DryRun.Fresh> gone = before.types()
                .filter(type -> after.type(type.code()).isEmpty())
                .map(type -> new DryRun.Fresh(type.code(), type.name(), List.of("不能再上报")));
        return Stream.concat(after.types().flatMap(type -> of(type).stream()), gone)
                .toList();
    }

    private Optional<DryRun.Fresh> of(ProblemType now) {
        List<String> changes = before.type(now.code())
                .map(old -> changes(old, now))
                .orElse(List.of("可以上报，由" + unit(now.unit()) + "负责"));
        return changes.isEmpty() ? Optional.empty() : Optional.of(new DryRun.Fresh(now.code(), now.name(), changes));
    }

    private List<String> changes(ProblemType old, ProblemType now) {
        Stream<String> whole = Stream.of(
                        changed("责任单位", district(before, old), district(after, now)),
                        changed("难度", words(old.difficulty()), words(now.difficulty())),
                        changed("危险", old.dangerous() ? "是" : "否", now.dangerous() ? "是" : "否"),
                        changed("附加信息", asked(before, old), asked(after, now)))
                .flatMap(Optional::stream);
        TreeSet<String> steps = new TreeSet<>(old.limits().keySet());
        steps.addAll(now.limits().keySet());
        Stream<String> limits = steps.stream()
                .map(step -> changed(label(step) + "时限", limit(old, step), limit(now, step)))
                .flatMap(Optional::stream);
        return Stream.concat(whole, limits).toList();
    }

    private static Optional<String> changed(String what, String was, String is) {
        return Objects.equals(was, is) ? Optional.empty() : Optional.of(what + "：" + was + " → " + is);
    }

    private String district(Rules rules, ProblemType type) {
        return unit(rules.unit(type, "", Division.Level.DISTRICT).orElse(type.unit()));
    }

    private String unit(String code) {
        return units.getOrDefault(code, code);
    }

    private static String words(ProblemType.Difficulty difficulty) {
        return new Wordbook(Map.of()).name(difficulty.name());
    }

    private static String asked(Rules rules, ProblemType type) {
        return rules.forms().fields(type.code()).stream()
                .map(field -> field.label() + (field.required() ? "（必填）" : ""))
                .reduce((a, b) -> a + "、" + b)
                .orElse(NONE);
    }

    private String label(String step) {
        return Stream.of(after, before)
                .flatMap(rules -> rules.flow().steps().stream())
                .filter(known -> known.name().equals(step))
                .map(FlowTable.Step::label)
                .findFirst()
                .orElse(step);
    }

    private static String limit(ProblemType type, String step) {
        TimeLimit limit = type.limits().get(step);
        return limit == null ? NONE : Wordbook.limit(limit);
    }
}
