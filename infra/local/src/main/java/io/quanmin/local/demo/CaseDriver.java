package io.quanmin.local.demo;

import io.quanmin.kernel.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes a reported case through its steps, each by the hand whose step it is, until it is where the plan wants it. */
final class CaseDriver {

    /** The main line, in order. */
    private static final List<String> LINE = List.of(
            "in-review", "in-verification", "registered", "dispatched", "handling", "in-inspection", "closed", "rated");

    /** Where citizens solve it. */
    private static final List<String> CITIZENS_LINE =
            List.of("in-review", "in-verification", "offered", "claimed", "in-appraisal", "closed", "rated");

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_ON_THE_SHELF = 60;

    private final Map<String, Visitor> visitors;

    CaseDriver(Map<String, Visitor> visitors) {
        this.visitors = visitors;
    }

    /** The case where it came to rest. */
    Mono<JsonNode> drive(JsonNode reported, PlannedReport plan) {
        if (stage(reported).equals(plan.stage())) {
            return Mono.just(reported);
        }
        if (plan.stage().equals("whistled")) {
            return along(reported, plan, "registered").flatMap(registered -> whistle(registered, plan));
        }
        if (plan.stage().equals("shelved")) {
            return along(reported, plan, "handling").flatMap(handled -> shelve(handled, plan));
        }
        if (plan.way() == PlannedReport.Way.REOPENED) {
            return along(reported, plan, "closed").flatMap(closed -> reopen(closed, plan));
        }
        return line(plan).contains(plan.stage()) ? along(reported, plan, plan.stage()) : aside(reported, plan);
    }

    private static List<String> line(PlannedReport plan) {
        return plan.way() == PlannedReport.Way.BY_CITIZENS ? CITIZENS_LINE : LINE;
    }

    private Mono<JsonNode> along(JsonNode found, PlannedReport plan, String end) {
        List<String> line = line(plan);
        return line.indexOf(stage(found)) >= line.indexOf(end)
                ? Mono.just(found)
                : next(found, plan).flatMap(moved -> along(moved, plan, end));
    }

    private Mono<JsonNode> shelve(JsonNode now, PlannedReport plan) {
        String until = LocalDate.now(CITY).plusDays(DAYS_ON_THE_SHELF).toString();
        return step(
                now, one(Role.SUPERVISOR, plan), "shelve", Map.of("until", until, "reason", "需要随水系改造一并实施，列入下一批计划。"));
    }

    /** Its reporter found the same again. */
    private Mono<JsonNode> reopen(JsonNode now, PlannedReport plan) {
        return step(now, reporter(plan), "rate", Map.of("solved", false, "stars", 2, "text", "只清了一半。"))
                .flatMap(rated -> step(rated, reporter(plan), "reopen", Map.of("reason", "只清理了外面，里面还有一堆没有清走。")));
    }

    /** Everybody the rulebook would call: the lead and the first to help sign, the helper reports, and they talk. */
    private Mono<JsonNode> whistle(JsonNode now, PlannedReport plan) {
        Visitor dispatcher = one(Role.DISPATCHER, plan);
        return dispatcher
                .get("/cases/" + now.path("id").asString())
                .map(seen -> calls(seen.path("linkage").path("whistle").path("proposed")))
                .flatMap(calls -> step(now, dispatcher, "whistle", Map.of("calls", calls, "note", "请各单位到场，牵头单位统一安排。"))
                        .flatMap(called -> muster(
                                called,
                                officer(unit(called)),
                                officer(calls.get(1).getOrDefault("unit", "")))));
    }

    private static List<Map<String, String>> calls(JsonNode proposed) {
        return proposed.valueStream()
                .map(each -> Map.of(
                        "unit", each.path("unit").path("code").asString(),
                        "part", each.path("part").asString()))
                .toList();
    }

    private Mono<JsonNode> muster(JsonNode called, Visitor lead, Visitor helper) {
        String thread = "/cases/" + called.path("id").asString() + "/thread";
        String key = "demo-" + called.path("id").asString().substring(18);
        return step(called, lead, "sign-task", Map.of())
                .flatMap(signed -> step(signed, helper, "sign-task", Map.of()))
                .flatMap(signed -> lead.post(thread, Map.of("words", "下午三点在现场碰头，请带好警示标志。"), key + "-1")
                        .then(helper.post(thread, Map.of("words", "收到，围挡和警示灯已经装车。"), key + "-2"))
                        .then(step(signed, helper, "report-task", Map.of("note", "围挡已设好，周边已清理。"))));
    }

    private Mono<JsonNode> next(JsonNode now, PlannedReport plan) {
        return switch (stage(now)) {
            case "in-review" -> step(now, one(Role.REVIEWER, plan), "accept", way(plan));
            case "in-verification" -> step(now, one(Role.VERIFIER, plan), "confirm", Map.of("note", "现场核实，情况属实。"));
            case "registered" -> step(now, one(Role.DISPATCHER, plan), "dispatch", Map.of("unit", unit(now)));
            case "dispatched" -> step(now, officer(now), "sign", Map.of());
            case "handling" -> finish(now, plan);
            case "in-inspection" -> step(now, one(Role.VERIFIER, plan), "pass", Map.of("note", "现场复核，已处置到位。"));
            case "offered" -> step(now, visitor(plan.neighbour()), "claim", Map.of());
            case "claimed" -> solve(now, plan);
            case "in-appraisal" -> step(now, one(Role.REVIEWER, plan), "approve", Map.of("note", "前后照片对比清楚，感谢热心市民。"));
            default -> rate(now, plan);
        };
    }

    private Mono<JsonNode> finish(JsonNode now, PlannedReport plan) {
        Visitor officer = officer(now);
        return officer.upload(plan.scene().after(plan.number()))
                .flatMap(photo ->
                        step(now, officer, "finish", Map.of("note", "已安排人员现场处置完毕。", "photos", List.of(photo))));
    }

    /** Its holder shows how it was and how it is. */
    private Mono<JsonNode> solve(JsonNode now, PlannedReport plan) {
        Visitor holder = visitor(plan.neighbour());
        return holder.upload(plan.scene().before(plan.number()))
                .zipWith(holder.upload(plan.scene().after(plan.number())))
                .flatMap(photos -> step(
                        now,
                        holder,
                        "solve",
                        Map.of(
                                "note",
                                "顺手清理好了，工具放回了社区。",
                                "before",
                                List.of(photos.getT1()),
                                "photos",
                                List.of(photos.getT2()))));
    }

    private Mono<JsonNode> rate(JsonNode now, PlannedReport plan) {
        int stars = plan.number() % 7 == 3 ? 3 : 5;
        return step(now, reporter(plan), "rate", Map.of("solved", true, "stars", stars, "text", "处理得很快，谢谢！"));
    }

    private Mono<JsonNode> aside(JsonNode now, PlannedReport plan) {
        Visitor reviewer = one(Role.REVIEWER, plan);
        return switch (plan.stage()) {
            case "rejected" -> step(now, reviewer, "reject", Map.of("reason", "照片与描述不符，请补充清晰的现场照片后重新上报。"));
            case "sent-back" -> step(now, reviewer, "send-back", Map.of("reason", "请补充一张能看清店名的照片。"));
            case "merged" -> merge(now, reviewer);
            default -> step(now, reporter(plan), "withdraw", Map.of("reason", "已经有人处理了。"));
        };
    }

    /** Into another open case of the same kind: the last one somebody else reported. */
    private Mono<JsonNode> merge(JsonNode now, Visitor reviewer) {
        return reviewer.get("/cases/public?limit=100")
                .flatMapIterable(page -> page.path("items"))
                .filter(other -> other.path("type").equals(now.path("type")))
                .filter(other -> stage(other).equals("handling"))
                .next()
                .flatMap(target -> step(
                        now,
                        reviewer,
                        "merge",
                        Map.of("into", target.path("id").asString(), "reason", "同一地点同类问题，并案处理。")))
                .defaultIfEmpty(now);
    }

    private static Mono<JsonNode> step(JsonNode now, Visitor by, String step, Map<String, ?> more) {
        Map<String, Object> command = new HashMap<>(more);
        command.put("step", step);
        command.put("version", now.path("version").asLong());
        String id = now.path("id").asString();
        String key = "demo-" + step + "-" + now.path("version").asLong() + "-" + id.substring(id.length() - 24);
        return by.post("/cases/" + id + "/steps", command, key);
    }

    private Visitor one(Role role, PlannedReport plan) {
        List<Persona> able =
                Persona.ALL.stream().filter(persona -> persona.role() == role).toList();
        return visitor(able.get(plan.number() % able.size()));
    }

    /** Whom the plan wants it to go to, whatever the rule proposes. */
    private static Map<String, ?> way(PlannedReport plan) {
        if (plan.stage().equals("whistled")) {
            return Map.of("mode", "WHISTLE", "reason", "需要多个部门一起处置。");
        }
        return plan.way() == PlannedReport.Way.BY_CITIZENS
                ? Map.of("mode", "SELF", "reason", "附近居民可以顺手解决。")
                : Map.of("mode", "LEVELS", "reason", "需要专业队伍处置，交责任单位办理。");
    }

    private Visitor officer(JsonNode now) {
        return officer(unit(now));
    }

    private Visitor officer(String unit) {
        return visitor(Persona.ALL.stream()
                .filter(persona -> unit.equals(persona.unit()))
                .findFirst()
                .orElseThrow());
    }

    private Visitor reporter(PlannedReport plan) {
        return visitor(plan.reporter());
    }

    private Visitor visitor(Persona persona) {
        Visitor visitor = visitors.get(persona.id());
        if (visitor == null) {
            throw new IllegalStateException(persona.name() + " is not logged in");
        }
        return visitor;
    }

    private static String unit(JsonNode now) {
        String unit = now.path("unit").path("code").asString("");
        return unit.isEmpty() ? "urban-management" : unit;
    }

    private static String stage(JsonNode now) {
        return now.path("stage").path("code").asString();
    }
}
