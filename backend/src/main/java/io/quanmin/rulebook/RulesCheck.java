package io.quanmin.rulebook;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a version can be worked by: every fault with where it is, or none. */
final class RulesCheck {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    /** Less a day, and a long limit would take thousands of years to count out. */
    private static final Duration LEAST_WORK = Duration.ofHours(1);

    private static final double FARTHEST_METRES = 2_000;
    /** Of a picture's hash. */
    private static final int HASH_BITS = 64;

    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);
    private static final int MOST_SUGGESTED = 3;
    private static final int MOST_LEARNED = 50_000;
    private static final Duration SHORTEST_LESSON = Duration.ofHours(1);

    private final Rules rules;

    private RulesCheck(Rules rules) {
        this.rules = rules;
    }

    /** The same rules, or {@link InvalidRulebook}. */
    static Rules checked(Rules rules) {
        List<Fault> faults = faults(rules);
        if (!faults.isEmpty()) {
            throw new InvalidRulebook(
                    rules.version(), faults.stream().map(Fault::line).collect(Collectors.joining("; ")));
        }
        return rules;
    }

    /** Section by section, in the order they are kept. */
    static List<Fault> faults(Rules rules) {
        RulesCheck check = new RulesCheck(rules);
        return Stream.of(
                        check.types(),
                        check.flow(),
                        check.calendar(),
                        check.alarms(),
                        check.duplicates(),
                        check.suggestions(),
                        check.responsibility(),
                        new LinkageCheck(rules).faults(),
                        check.forms(),
                        check.approval(),
                        new VolunteerCheck(rules.volunteers()).faults(),
                        new ClaimCheck(rules).faults(),
                        check.quality())
                .flatMap(faults -> faults)
                .toList();
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private Stream<Fault> types() {
        Set<String> seen = new HashSet<>();
        Stream<Fault> twins = rules.types()
                .filter(type -> !seen.add(type.code()))
                .map(type -> new Fault("groups/" + type.code(), "问题类型“%s”的代码出现了两次".formatted(type.name())));
        TypeCheck check = new TypeCheck(stepNames());
        return Stream.concat(twins, rules.types().flatMap(check::faults));
    }

    private Stream<Fault> flow() {
        return new FlowCheck(rules.flow()).faults();
    }

    private Stream<Fault> calendar() {
        WorkingCalendar calendar = rules.calendar();
        Stream<Fault> both = calendar.holidays().stream()
                .filter(calendar.makeUpDays()::contains)
                .sorted()
                .map(day -> new Fault("calendar/holidays/" + day, "%s 既是假日又是补班日".formatted(day)));
        boolean works = !calendar.workingDays().isEmpty()
                && Duration.between(calendar.opens(), calendar.closes()).compareTo(LEAST_WORK) >= 0;
        return works ? both : Stream.concat(Stream.of(new Fault("calendar", "按这个日历，全市没有上班的时候，或每天不足一小时")), both);
    }

    /** An alarm must be a step that leaves a case where it is, and that the service may take. */
    private Stream<Fault> alarms() {
        return rules.time().alarms().stream()
                .map(TimeRules.Alarm::step)
                .filter(name -> steps(name).isEmpty() || !steps(name).stream().allMatch(RulesCheck::rings))
                .map(name -> new Fault("time/alarms/" + name, "提醒 %s 不是由系统在原环节办理的步骤".formatted(name)));
    }

    private Stream<Fault> duplicates() {
        DuplicateRules rule = rules.duplicates();
        boolean sound = rule.radius() >= 0
                && rule.radius() <= FARTHEST_METRES
                && rule.alikeBits() >= 0
                && rule.alikeBits() <= HASH_BITS
                && !rule.window().isNegative()
                && rule.window().compareTo(LONGEST_WINDOW) <= 0
                && Stream.of(rule.near(), rule.words(), rule.picture(), rule.recent())
                        .allMatch(weight -> weight >= 0)
                && Math.abs(rule.near() + rule.words() + rule.picture() + rule.recent() - 1) < 1e-9;
        return fault(!sound, "duplicates", "查重范围不能超过 2000 米、366 天，图片容差不能超过 64 位，四个权重不能为负、之和须为 1");
    }

    private Stream<Fault> suggestions() {
        SuggestionRules rule = rules.suggestions();
        boolean sound = !rule.speaks()
                || (rule.threshold() > 0
                        && rule.threshold() <= 1
                        && rule.beside() > 0
                        && rule.most() <= MOST_SUGGESTED
                        && rule.every().toSeconds() >= SHORTEST_LESSON.toSeconds()
                        && rule.kept() > 0
                        && rule.decisions() <= MOST_LEARNED);
        return fault(!sound, "suggestions", "推荐门槛须在 0 到 1 之间，一次最多 3 个类型，至少间隔 1 小时学习一次，最多学习 50000 件");
    }

    private Stream<Fault> responsibility() {
        return new ResponsibilityCheck(rules.responsibility(), codes()).faults();
    }

    private Stream<Fault> forms() {
        return new FormCheck(rules.forms(), codes()).faults();
    }

    private Stream<Fault> approval() {
        boolean sound = rules.approval().approvers() >= ApprovalRules.LEAST
                && rules.approval().approvers() <= 9;
        return fault(!sound, "approval/approvers", "审批人数须为 2 到 9 人");
    }

    private Set<String> codes() {
        return rules.types().map(ProblemType::code).collect(Collectors.toSet());
    }

    private Stream<Fault> quality() {
        return new QualityCheck(rules.quality(), codes(), stepNames()).faults();
    }

    private Set<String> stepNames() {
        return rules.flow().steps().stream().map(FlowTable.Step::name).collect(Collectors.toSet());
    }

    private static Stream<Fault> fault(boolean there, String where, String words) {
        return Optional.of(new Fault(where, words)).filter(found -> there).stream();
    }

    private List<FlowTable.Step> steps(String name) {
        Predicate<FlowTable.Step> named = step -> step.name().equals(name);
        return rules.flow().steps().stream().filter(named).toList();
    }

    private static boolean rings(FlowTable.Step step) {
        return step.stays() && step.by().equals(Set.of(FlowTable.Step.SYSTEM));
    }
}
