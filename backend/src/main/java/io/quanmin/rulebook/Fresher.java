package io.quanmin.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would be dealt with otherwise if it were reported now, type by type. */
final class Fresher {

    private static final String NONE = Treatment.NONE;
    /** More places than that, and nobody reads them one by one. */
    private static final int PLACES = 20;

    private final Rules before;
    private final Rules after;
    private final Map<String, String> units;
    private final UnaryOperator<String> places;

    /**
     * @param units names by code
     * @param places the name of a division by its code
     */
    Fresher(Rules before, Rules after, Map<String, String> units, UnaryOperator<String> places) {
        this.before = before;
        this.after = after;
        this.units = units;
        this.places = places;
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
                .orElse(List.of("可以上报，由" + units.getOrDefault(now.unit(), now.unit()) + "负责"));
        return changes.isEmpty() ? Optional.empty() : Optional.of(new DryRun.Fresh(now.code(), now.name(), changes));
    }

    private List<String> changes(ProblemType old, ProblemType now) {
        Stream<String> whole = Stream.of(
                        changed("危险", old.dangerous() ? "是" : "否", now.dangerous() ? "是" : "否"),
                        changed("附加信息", asked(before, old), asked(after, now)))
                .flatMap(Optional::stream);
        List<Treatment.Otherwise> anywhere = otherwise(old, now, "");
        return Stream.of(
                        anywhere.stream().map(Treatment.Otherwise::line),
                        somewhere(old, now, anywhere),
                        whole,
                        limits(old, now))
                .flatMap(lines -> lines)
                .toList();
    }

    private List<Treatment.Otherwise> otherwise(ProblemType old, ProblemType now, String area) {
        return Treatment.of(before, old, area, units).against(Treatment.of(after, now, area, units));
    }

    /** Where rows speak of a place it may be otherwise there alone; what was said of a street is not said of its communities again. */
    private Stream<String> somewhere(ProblemType old, ProblemType now, List<Treatment.Otherwise> anywhere) {
        Map<String, List<Treatment.Otherwise>> said = new TreeMap<>(Map.of("", anywhere));
        Stream.of(before, after).flatMap(Fresher::areas).forEach(area -> said.put(area, otherwise(old, now, area)));
        return said.entrySet().stream()
                .flatMap(at -> at.getValue().stream()
                        .filter(each -> news(said, at.getKey(), each))
                        .map(each -> places.apply(at.getKey()) + "　" + each.line()))
                .limit(PLACES);
    }

    private static boolean news(
            Map<String, List<Treatment.Otherwise>> said, String area, Treatment.Otherwise otherwise) {
        return !area.isEmpty()
                && said.entrySet().stream()
                        .filter(other -> area.startsWith(other.getKey()) && !area.equals(other.getKey()))
                        .noneMatch(other -> other.getValue().contains(otherwise));
    }

    private static Stream<String> areas(Rules rules) {
        return Stream.concat(
                        rules.responsibility().rows().stream().map(Responsibility.Row::prefix),
                        rules.linkage().difficulties().stream().map(LinkageRules.Row::prefix))
                .filter(area -> !area.isEmpty());
    }

    private Stream<String> limits(ProblemType old, ProblemType now) {
        Map<String, String> was = Treatment.limits(old);
        Map<String, String> is = Treatment.limits(now);
        TreeSet<String> steps = new TreeSet<>(was.keySet());
        steps.addAll(is.keySet());
        return steps.stream()
                .map(step -> changed(label(step), was.getOrDefault(step, NONE), is.getOrDefault(step, NONE)))
                .flatMap(Optional::stream);
    }

    private static Optional<String> changed(String what, String was, String is) {
        return Objects.equals(was, is) ? Optional.empty() : Optional.of(what + "：" + was + " → " + is);
    }

    private static String asked(Rules rules, ProblemType type) {
        String fields = rules.forms().fields(type.code()).stream()
                .map(field -> field.label() + (field.required() ? "（必填）" : ""))
                .collect(Collectors.joining("、"));
        return fields.isEmpty() ? NONE : fields;
    }

    /** Such as 处置完成时限, or 处置完成时限（复杂） of a difficulty. */
    private String label(String limit) {
        String[] parts = limit.split("/", 2);
        String step = Stream.of(after, before)
                .flatMap(rules -> rules.flow().steps().stream())
                .filter(known -> known.name().equals(parts[0]))
                .map(FlowTable.Step::label)
                .findFirst()
                .orElse(parts[0]);
        return parts.length == 1 ? step + "时限" : step + "时限（" + new Wordbook(Map.of()).name(parts[1]) + "）";
    }
}
