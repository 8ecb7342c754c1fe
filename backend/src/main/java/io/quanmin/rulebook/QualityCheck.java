package io.quanmin.rulebook;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the rules of quality can be worked by. */
record QualityCheck(QualityRules rules, Set<String> types, Set<String> steps) {

    private static final Duration LONGEST_HOLD = Duration.ofHours(8);
    private static final Duration LONGEST_REOPENING = Duration.ofDays(366);
    private static final int MOST_AT_ONCE = 200;
    private static final int LONGEST_REPLY = 400;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}?");
    private static final Set<String> PLACEHOLDERS = Set.of("number", "place", "type", "unit");

    Stream<Fault> faults() {
        return Stream.of(
                        within("quality/hold", rules.hold(), LONGEST_HOLD, "占用时间须在 8 小时以内"),
                        within("quality/reopenWithin", rules.reopenWithin(), LONGEST_REOPENING, "返工期限须在一年以内"),
                        share("quality/reinspection", rules.reinspection()),
                        share("quality/callback", rules.callback()),
                        fault(rules.callTries() < 1 || rules.callTries() > 9, "quality/callTries", "回访拨打次数须在 1 至 9 之间"),
                        fault(
                                rules.satisfiedFrom() < 1 || rules.satisfiedFrom() > 5,
                                "quality/satisfiedFrom",
                                "满意的星数须在 1 至 5 之间"),
                        fault(rules.bulk() < 0 || rules.bulk() > MOST_AT_ONCE, "quality/bulk", "批量办理一次最多 200 件"),
                        strangers(),
                        rules.replies().stream().flatMap(this::reply))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> within(String where, Duration given, Duration most, String words) {
        return fault(given.isNegative() || given.compareTo(most) > 0, where, words);
    }

    private static Stream<Fault> share(String where, QualityRules.Sampling sampling) {
        return fault(!(sampling.share() >= 0 && sampling.share() <= 1), where, "抽取比例须在 0 与 1 之间");
    }

    private Stream<Fault> strangers() {
        return rules.reasonsShown().stream()
                .filter(step -> !steps.contains(step))
                .sorted()
                .map(step -> new Fault("quality/reasonsShown/" + step, "流程里没有步骤 " + step));
    }

    private Stream<Fault> reply(QualityRules.Reply reply) {
        String where = "quality/replies/" + reply.name();
        String type = reply.type();
        return Stream.of(
                        fault(
                                reply.name().isBlank()
                                        || reply.words().isBlank()
                                        || reply.words().length() > LONGEST_REPLY,
                                where,
                                "答复模板须有名称和内容，内容最多 400 字"),
                        fault(!type.equals(QualityRules.EVERY) && !types.contains(type), where, "没有问题类型 " + type),
                        strangers(where, reply.words()))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> strangers(String where, String words) {
        Matcher placeholder = PLACEHOLDER.matcher(words);
        return placeholder
                .results()
                .map(found -> found.group(1))
                .filter(name -> !PLACEHOLDERS.contains(name))
                .map(name -> new Fault(where, "答复模板里没有 {%s} 这一项".formatted(name)));
    }

    private static Stream<Fault> fault(boolean there, String where, String words) {
        return there ? Stream.of(new Fault(where, words)) : Stream.empty();
    }
}
