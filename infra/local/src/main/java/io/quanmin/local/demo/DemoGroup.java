package io.quanmin.local.demo;

import io.quanmin.kernel.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo city's working group: it has met, decided, and a change of the rules waits for two of it. */
final class DemoGroup {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final String REASON = "入冬后清运车辆减少，环卫中心反映 4 小时难以办结；专班讨论后拟放宽到 6 小时，同时把绿地保洁收紧到 3 小时。";

    private final Map<String, Visitor> visitors;
    private final int present;
    private final List<Persona> members;

    /** @param present number of the version in force */
    DemoGroup(Map<String, Visitor> visitors, int present) {
        this.visitors = visitors;
        this.present = present;
        this.members = Persona.ALL.stream()
                .filter(persona -> persona.role() == Role.WORKING_GROUP)
                .toList();
    }

    /** Again is the same: a group that has a head has met. */
    Mono<Void> meet() {
        Visitor administrator = visitor(Persona.ALL.stream()
                .filter(persona -> persona.role() == Role.SYSTEM_ADMIN)
                .findFirst()
                .orElseThrow());
        return administrator
                .get("/working-group")
                .filter(group -> group.path("members").isEmpty())
                .flatMap(nobody -> gather(administrator))
                .then();
    }

    private Mono<JsonNode> gather(Visitor administrator) {
        Visitor head = visitor(members.getFirst());
        return person(members.getFirst())
                .flatMap(person -> appoint(administrator, person, true, "副市长、组长"))
                .thenMany(Flux.fromIterable(members).skip(1))
                .concatMap(member -> person(member).flatMap(person -> appoint(head, person, false, "委员")))
                .then(Mono.defer(() -> head.post("/working-group/meetings", meeting(), "demo-meeting")))
                .flatMap(meeting -> head.post(
                        "/working-group/meetings/" + id(meeting) + "/sign",
                        Map.of("version", meeting.path("version").asLong()),
                        "demo-sign"))
                .flatMap(meeting -> take(head, meeting).then(Mono.defer(() -> propose(meeting))));
    }

    private static Mono<JsonNode> appoint(Visitor by, String person, boolean head, String duty) {
        return by.post(
                "/working-group/members", Map.of("person", person, "head", head, "duty", duty), "demo-" + person);
    }

    private Mono<JsonNode> take(Visitor head, JsonNode meeting) {
        return person(members.getLast())
                .flatMap(owner -> head.post(
                        "/working-group/actions",
                        Map.of(
                                "words",
                                "月底前核对各社区责任分工，缺的补上",
                                "owner",
                                owner,
                                "dueOn",
                                TODAY.plusWeeks(5).toString(),
                                "meeting",
                                id(meeting)),
                        "demo-action"));
    }

    /** Two limits change. */
    private Mono<JsonNode> propose(JsonNode meeting) {
        Visitor proposer = visitor(members.get(1));
        return proposer.post("/rulebook/drafts", Map.of("name", "冬季清运时限调整", "from", present), "demo-draft")
                .flatMap(draft -> proposer.put(
                        "/rulebook/drafts/" + id(draft.path("draft")) + "/sections/groups",
                        Map.of(
                                "version",
                                1,
                                "content",
                                changed(draft.path("content").path("groups")))))
                .flatMap(draft -> proposer.post(
                        "/rulebook/proposals",
                        Map.of(
                                "draft",
                                id(draft.path("draft")),
                                "version",
                                draft.path("draft").path("version").asLong(),
                                "effectiveOn",
                                TODAY.plusWeeks(1).toString(),
                                "basis",
                                REASON,
                                "meeting",
                                id(meeting),
                                "decision",
                                1),
                        "demo-proposal"));
    }

    private static JsonNode changed(JsonNode groups) {
        groups.forEach(group -> group.path("types").forEach(type -> {
            switch (type.path("code").asString()) {
                case "exposed-garbage" -> finish(type, "PT6H");
                case "littered-greens" -> finish(type, "PT3H");
                default -> {}
            }
        }));
        return groups;
    }

    private static void finish(JsonNode type, String length) {
        ((ObjectNode) type.path("limits").path("finish")).put("length", length);
    }

    private static Map<String, Object> meeting() {
        return Map.of(
                "heldOn", TODAY.minusDays(4).toString(),
                "title", "十一月例会",
                "agenda", "一、冬季清运时限\n二、各社区责任分工\n三、审核队伍",
                "minutes", "环卫中心汇报入冬后的清运情况。与会成员讨论了两类问题的办理时限，并对照近三个月的办结数据。",
                "decisions", List.of("调整暴露垃圾、绿地脏乱的处置时限", "月底前核对各社区责任分工"));
    }

    private Mono<String> person(Persona persona) {
        return visitor(persona).get("/me").map(DemoGroup::id);
    }

    private Visitor visitor(Persona persona) {
        return Objects.requireNonNull(visitors.get(persona.id()));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }
}
