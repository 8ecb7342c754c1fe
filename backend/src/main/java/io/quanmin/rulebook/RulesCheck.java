package io.quanmin.rulebook;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a version can be worked by: the first fault in words, or none. */
final class RulesCheck {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern HOTLINE = Pattern.compile("\\d{3,12}");
    private static final double FARTHEST_METRES = 2_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Rules rules;
    private final Set<String> steps;

    private RulesCheck(Rules rules) {
        this.rules = rules;
        this.steps = rules.flow().steps().stream().map(FlowTable.Step::name).collect(Collectors.toSet());
    }

    /** The same rules, or {@link InvalidRulebook}. */
    static Rules checked(Rules rules) {
        fault(rules).ifPresent(fault -> {
            throw new InvalidRulebook(rules.version(), fault);
        });
        return rules;
    }

    static Optional<String> fault(Rules rules) {
        RulesCheck check = new RulesCheck(rules);
        return new FlowCheck(rules.flow())
                .fault()
                .or(check::calendar)
                .or(check::twins)
                .or(check::alarms)
                .or(check::duplicates)
                .or(() -> check.types().flatMap(check::type).findFirst());
    }

    private Stream<ProblemType> types() {
        return rules.groups().stream().map(TypeGroup::types).flatMap(List::stream);
    }

    private Optional<String> calendar() {
        WorkingCalendar calendar = rules.calendar();
        if (calendar.workingDays().isEmpty() || !calendar.opens().isBefore(calendar.closes())) {
            return Optional.of("the city never works by its calendar");
        }
        return calendar.holidays().stream()
                .filter(calendar.makeUpDays()::contains)
                .findFirst()
                .map("%s is both a holiday and a day of work"::formatted);
    }

    private Optional<String> twins() {
        Set<String> seen = new HashSet<>();
        return types().map(ProblemType::code)
                .filter(code -> !seen.add(code))
                .findFirst()
                .map("problem type %s is there twice"::formatted);
    }

    /** An alarm must be a step that leaves a case where it is, and that the service may take. */
    private Optional<String> alarms() {
        return rules.time().alarms().stream()
                .map(TimeRules.Alarm::step)
                .filter(name -> steps(name).isEmpty() || !steps(name).stream().allMatch(RulesCheck::rings))
                .findFirst()
                .map("alarm %s is no step the service takes at a stage without leaving it"::formatted);
    }

    private Optional<String> duplicates() {
        DuplicateRules rule = rules.duplicates();
        boolean sound = rule.radius() >= 0
                && rule.radius() <= FARTHEST_METRES
                && rule.alikeBits() >= 0
                && Math.abs(rule.near() + rule.words() + rule.picture() - 1) < 1e-9;
        return sound
                ? Optional.empty()
                : Optional.of("the rule for duplicates looks too far, or its weights are not 1 together");
    }

    private List<FlowTable.Step> steps(String name) {
        return rules.flow().steps().stream()
                .filter(step -> step.name().equals(name))
                .toList();
    }

    private static boolean rings(FlowTable.Step step) {
        return step.stays() && step.by().equals(Set.of(FlowTable.Step.SYSTEM));
    }

    private Stream<String> type(ProblemType type) {
        return Stream.of(words(type), hotlines(type), limits(type))
                .flatMap(Optional::stream)
                .map(fault -> "problem type %s %s".formatted(type.code(), fault));
    }

    private static Optional<String> words(ProblemType type) {
        boolean sound = CODE.matcher(type.code()).matches()
                && CODE.matcher(type.unit()).matches()
                && !type.name().isBlank();
        return sound ? Optional.empty() : Optional.of("has no proper code, unit or name");
    }

    private static Optional<String> hotlines(ProblemType type) {
        boolean sound = type.hotlines().stream()
                        .allMatch(number -> HOTLINE.matcher(number).matches())
                && type.dangerous() != type.hotlines().isEmpty();
        return sound ? Optional.empty() : Optional.of("needs hotlines exactly when it is dangerous");
    }

    private Optional<String> limits(ProblemType type) {
        return type.limits().entrySet().stream()
                .filter(limit -> !steps.contains(limit.getKey()) || !sane(limit.getValue()))
                .findFirst()
                .map(limit ->
                        "has a limit for step %s that is too short, too long or of no step".formatted(limit.getKey()));
    }

    private static boolean sane(TimeLimit limit) {
        return limit.length().isPositive() && limit.length().compareTo(LONGEST) <= 0;
    }
}
