package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** What people of the simulated district are likely to do, and what they then write. */
final class MonthHabits {

    /** How often a step is taken where another would do as well; one that is not named is the usual way. */
    private static final Map<String, Double> SELDOM = Map.ofEntries(
            Map.entry("send-back", 0.06),
            Map.entry("reject", 0.05),
            Map.entry("merge", 0.04),
            Map.entry("withdraw", 0.005),
            Map.entry("object", 0.3),
            Map.entry("refute", 0.05),
            Map.entry("return", 0.08),
            Map.entry("refuse", 0.12),
            Map.entry("disapprove", 0.15),
            Map.entry("give-back", 0.2),
            Map.entry("take-over", 0.1),
            Map.entry("urge", 0.02),
            Map.entry("supervise", 0.01),
            Map.entry("ask-extension", 0.05),
            Map.entry("shelve", 0.01),
            Map.entry("unmerge", 0.2),
            Map.entry("reopen", 0.08),
            Map.entry("call-more", 0.05),
            Map.entry("release-task", 0.02),
            Map.entry("overturn", 0.02),
            Map.entry("uphold", 0.02));

    private static final double USUAL = 1;

    private MonthHabits() {}

    /** One of the steps somebody may take; empty when they would rather leave it to others. */
    static Optional<AllowedStep> choose(List<AllowedStep> allowed, Random random) {
        List<AllowedStep> shuffled = new ArrayList<>(allowed);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .filter(step -> random.nextDouble() < weight(step))
                .findFirst();
    }

    private static double weight(AllowedStep step) {
        return SELDOM.getOrDefault(step.step(), USUAL);
    }

    /**
     * The body of a step, with everything any step may need.
     *
     * @param photo makes a photo of somebody's
     */
    static Map<String, Object> body(
            AllowedStep step, Facts facts, Actor actor, Instant now, Random random, Function<Actor, Id> photo) {
        Map<String, Object> body = new HashMap<>();
        body.put("step", step.step());
        body.put("version", facts.subject().now().version());
        body.put("reason", "按规定");
        body.put("note", "已经办了");
        body.put("answer", "您反映的问题已经处置完毕，感谢您的监督。");
        switch (step.step()) {
            case "supplement" -> body.put("description", "补充一句");
            case "finish", "report-task" ->
                body.put("photos", List.of(photo.apply(actor).toString()));
            case "solve" -> {
                body.put("before", List.of(photo.apply(actor).toString()));
                body.put("photos", List.of(photo.apply(actor).toString()));
            }
            case "whistle" ->
                body.put("calls", List.of(call(facts.type().unit(), "LEAD"), call(any(facts, random), "ASSIST")));
            case "call-more" -> body.put("calls", List.of(call(any(facts, random), "ASSIST")));
            case "release-task" -> body.put("unit", any(facts, random));
            case "dispatch" -> body.put("unit", facts.type().unit());
            case "rate" -> {
                body.put("solved", random.nextInt(10) > 0);
                body.put("stars", 1 + random.nextInt(5));
            }
            case "ask-extension" -> body.put("hours", 1 + random.nextInt(8));
            case "shelve" ->
                body.put(
                        "until",
                        now.atZone(ZoneId.of("Asia/Shanghai"))
                                .toLocalDate()
                                .plusDays(2 + random.nextInt(5))
                                .toString());
            default -> {}
        }
        return body;
    }

    private static Map<String, String> call(String unit, String part) {
        return Map.of("unit", unit, "part", part);
    }

    private static String any(Facts facts, Random random) {
        return facts.units().get(random.nextInt(facts.units().size())).code();
    }
}
