package io.quanmin.rulebook;

import io.quanmin.rulebook.ProblemType.Difficulty;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether every case finds a way to hands that can solve it. */
final class LinkageCheck {

    private static final Pattern AREA = Pattern.compile("\\*|\\d{4}|\\d{6}|\\d{9}|\\d{12}");
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int FARTHEST_METRES = 2_000;
    private static final int MOST_UNITS = 50;
    private static final int MOST_MESSAGES = 10_000;
    private static final int LONGEST_HOURS = 24 * 366;

    private final LinkageRules linkage;
    private final FlowTable flow;
    private final Set<String> types;

    LinkageCheck(Rules rules) {
        this.linkage = rules.linkage();
        this.flow = rules.flow();
        this.types = rules.types().map(ProblemType::code).collect(Collectors.toSet());
    }

    Stream<Fault> faults() {
        return Stream.of(difficulties(), history(), modes(), beginnings(), levels(), climbing(), whistle(), partners())
                .flatMap(faults -> faults);
    }

    private Stream<Fault> difficulties() {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, linkage.difficulties().size())
                .boxed()
                .filter(place -> !sound(linkage.difficulties().get(place), seen))
                .map(place -> fault("difficulties/" + place, "难度规则的类型或区域不存在，或与另一行相同"));
    }

    private boolean sound(LinkageRules.Row row, Set<String> seen) {
        return (!row.namesType() || types.contains(row.type()))
                && AREA.matcher(row.area()).matches()
                && seen.add(row.type() + " " + row.area());
    }

    private Stream<Fault> history() {
        LinkageRules.History history = linkage.history();
        boolean sound = history.times() >= 0
                && history.radius() >= 0
                && history.radius() <= FARTHEST_METRES
                && !history.window().isNegative()
                && history.window().compareTo(LONGEST) <= 0;
        return when(!sound, "history", "反复发生的范围不能超过 2000 米，时间不能超过 366 天");
    }

    /** A way must be there to be gone. */
    private Stream<Fault> modes() {
        return Arrays.stream(Difficulty.values())
                .filter(difficulty -> !leads(difficulty))
                .map(difficulty -> fault("modes/" + difficulty, "这个难度没有联动方式，或流程里没有相应的步骤"));
    }

    private boolean leads(Difficulty difficulty) {
        LinkageMode mode = linkage.modes().get(difficulty);
        return mode != null
                && flow.steps().stream().anyMatch(step -> step.name().equals(mode.step()));
    }

    private Stream<Fault> beginnings() {
        Stream<Fault> strangers = linkage.beginnings().stream()
                .flatMap(beginning -> beginning.types().stream())
                .filter(type -> !types.contains(type))
                .map(type -> fault("beginnings/" + type, "起始层级里的问题类型 %s 不在目录中".formatted(type)));
        Stream<Fault> homeless = Arrays.stream(Difficulty.values())
                .filter(difficulty -> linkage.beginnings().stream()
                        .noneMatch(beginning -> beginning.types().isEmpty()
                                && beginning.difficulties().contains(difficulty)))
                .map(difficulty -> fault("beginnings/" + difficulty, "这个难度没有说明从哪一级开始"));
        return Stream.concat(strangers, homeless);
    }

    private Stream<Fault> levels() {
        Set<Object> seen = new HashSet<>();
        return linkage.levels().stream()
                .filter(level -> !seen.add(level.level()) || !sane(level.limit()) || !sane(level.danger()))
                .map(level -> fault("levels/" + level.level(), "每一级只能有一个时限，须大于零、不超过 366 天"));
    }

    /** Where a case may go up by itself there must be a way on from the top, and from where nobody answers. */
    private Stream<Fault> climbing() {
        return flow.steps().stream()
                .filter(step -> step.name().equals("rise"))
                .filter(step -> !Stream.of("overrun", "unplaced").allMatch(name -> byService(step.from(), name)))
                .map(step -> new Fault(
                        "flow/steps/" + step.from() + "/rise",
                        "步骤“%s”：同一环节还须有由系统办理的 overrun 和 unplaced，否则到了最高一级时限会反复报警".formatted(step.label())));
    }

    private boolean byService(String stage, String name) {
        return flow.step(stage, name)
                .filter(step -> step.by().contains(FlowTable.Step.SYSTEM))
                .isPresent();
    }

    private Stream<Fault> whistle() {
        LinkageRules.Whistle whistle = linkage.whistle();
        boolean sound = whistle.most() >= 0
                && whistle.most() <= MOST_UNITS
                && whistle.messages() >= 0
                && whistle.messages() <= MOST_MESSAGES
                && (whistle.most() == 0 || timed(whistle));
        Stream<Fault> strangers = whistle.helpers().stream()
                .filter(each ->
                        !types.contains(each.type()) || !each.units().stream().allMatch(RulesCheck::isCode))
                .map(each -> fault("whistle/helpers/" + each.type(), "协办建议里的问题类型或单位代码不合规"));
        return Stream.concat(when(!sound, "whistle", "吹哨最多 50 个单位，各项时限须大于零，每个任务的最长小时数须合理"), strangers);
    }

    private static boolean timed(LinkageRules.Whistle whistle) {
        return Stream.of(whistle.task(), whistle.whole(), whistle.danger(), whistle.warning())
                        .allMatch(LinkageCheck::sane)
                && whistle.longest() > 0
                && whistle.longest() <= LONGEST_HOURS;
    }

    private Stream<Fault> partners() {
        Set<String> steps = flow.steps().stream().map(FlowTable.Step::name).collect(Collectors.toSet());
        return linkage.partners().mayNot().stream()
                .filter(step -> !steps.contains(step))
                .sorted()
                .map(step -> fault("partners/" + step, "社会单位不能办的步骤 %s 不在流程里".formatted(step)));
    }

    private static boolean sane(TimeLimit limit) {
        return limit.length().isPositive() && limit.length().compareTo(LONGEST) <= 0;
    }

    private static Stream<Fault> when(boolean there, String where, String words) {
        return there ? Stream.of(fault(where, words)) : Stream.empty();
    }

    private static Fault fault(String where, String words) {
        return new Fault("linkage/" + where, words);
    }
}
