package io.quanmin.rulebook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether types of problem can be worked with. */
final class TypeCheck {

    private static final Pattern HOTLINE = Pattern.compile("\\d{3,12}");
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Set<String> steps;

    /** @param steps names of the steps of the flow */
    TypeCheck(Set<String> steps) {
        this.steps = steps;
    }

    Stream<Fault> faults(ProblemType type) {
        return Stream.of(words(type).stream(), hotlines(type).stream(), limits(type))
                .flatMap(faults -> faults);
    }

    private static Optional<Fault> words(ProblemType type) {
        boolean sound = RulesCheck.isCode(type.code())
                && RulesCheck.isCode(type.unit())
                && !type.name().isBlank();
        return sound ? Optional.empty() : Optional.of(fault(type, "", "代码、责任单位或名称不合规"));
    }

    private static Optional<Fault> hotlines(ProblemType type) {
        boolean sound = type.hotlines().stream()
                        .allMatch(number -> HOTLINE.matcher(number).matches())
                && type.dangerous() != type.hotlines().isEmpty();
        return sound ? Optional.empty() : Optional.of(fault(type, "/hotlines", "危险类型必须有热线电话，其他类型不能有"));
    }

    private Stream<Fault> limits(ProblemType type) {
        Stream<Fault> others = type.byDifficulty().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> limits(type, "/byDifficulty/" + each.getKey() + "/", each.getValue()));
        return Stream.concat(limits(type, "/limits/", type.limits()), others);
    }

    private Stream<Fault> limits(ProblemType type, String where, Map<String, TimeLimit> limits) {
        return limits.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(limit ->
                        limit(limit.getKey(), limit.getValue())
                                .map(words -> fault(type, where + limit.getKey(), words))
                                .stream());
    }

    private Optional<String> limit(String step, TimeLimit limit) {
        if (!steps.contains(step)) {
            return Optional.of("给流程里没有的步骤 %s 定了时限".formatted(step));
        }
        boolean sane = limit.length().isPositive() && limit.length().compareTo(LONGEST) <= 0;
        return sane ? Optional.empty() : Optional.of("步骤 %s 的时限必须大于零、不超过 366 天".formatted(step));
    }

    private static Fault fault(ProblemType type, String where, String words) {
        return new Fault("groups/" + type.code() + where, "问题类型“%s”：%s".formatted(type.name(), words));
    }
}
