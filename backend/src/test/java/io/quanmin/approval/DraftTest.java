package io.quanmin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A draft is written: its faults are said, it follows the newest version, and only the group sees it. */
final class DraftTest extends DraftingGroup {

    @Test
    void everyFaultOfADraftIsSaidAndItCannotBeProposed() {
        JsonNode draft = begin(proposer, "有错");
        ObjectNode content = content(draft);
        ((ObjectNode) content.path("groups").path(0).path("types").path(0))
                .set("unit", StringNode.valueOf("moon-base"));
        ((ObjectNode) content.path("flow").path("steps").path(0)).set("to", StringNode.valueOf("nowhere"));
        ObjectNode limbo =
                (ObjectNode) content.path("flow").path("stages").path(0).deepCopy();
        ((ArrayNode) content.path("flow").path("stages"))
                .add(limbo.put("code", "limbo").put("name", "悬空"));
        draft = proposer.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content), 200);

        assertThat(draft.path("faults"))
                .extracting(fault -> fault.path("words").asString())
                .contains("问题类型“暴露垃圾”：没有单位 moon-base", "步骤“上报”：这个步骤的起点或终点环节不存在", "环节“悬空”：没有任何步骤能走到这个环节");
        JsonNode refused = proposer.posts("/rulebook/proposals", wish(draft, "2030-01-01"), 422);
        assertThat(type(refused)).isEqualTo("faulty-draft");
        assertThat(refused.path("faults").size()).isGreaterThan(2);
        assertThat(type(proposer.gets("/rulebook/drafts/" + id(draft) + "/dry-run", 422)))
                .isEqualTo("faulty-draft");
    }

    @Test
    void whatCannotBeReadIsSaidSectionBySection() {
        JsonNode draft = begin(proposer, "读不懂");
        ObjectNode content = content(draft);
        content.remove("calendar");
        content.set("tiem", content.path("time"));
        ((ObjectNode) content.path("duplicates")).set("radius", StringNode.valueOf("远"));

        JsonNode kept = proposer.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content), 200);

        assertThat(kept.path("faults"))
                .extracting(fault -> fault.path("where").asString())
                .containsExactlyInAnyOrder("tiem", "calendar", "duplicates/radius");
    }

    @Test
    void aDraftThatWasOvertakenFollowsTheNewestFirst() {
        JsonNode slow = begin(second, "慢");
        slow = second.puts(
                "/rulebook/drafts/" + id(slow) + "/sections/approval",
                Map.of("version", version(slow), "content", Map.of("approvers", 3, "headFor", List.of("flow"))),
                200);
        JsonNode quick = propose(longer("PT9H"), "2030-01-01", 201);
        JsonNode approved = vote(third, vote(second, quick, "approve", 200), "approve", 200);
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");

        assertThat(type(second.posts("/rulebook/proposals", wish(slow, "2030-01-01"), 422)))
                .isEqualTo("draft-overtaken");
        JsonNode onto = second.posts("/rulebook/drafts/" + id(slow) + "/rebase", Map.of("version", version(slow)), 200);

        assertThat(onto.path("draft").path("base").asInt()).isEqualTo(5);
        assertThat(finish(onto.path("content"))).isEqualTo("PT9H");
        assertThat(onto.path("content").path("approval").path("approvers").asInt())
                .isEqualTo(3);
    }

    @Test
    void anOlderVersionComesBackAsANewOne() {
        JsonNode approved =
                vote(third, vote(second, propose(longer("PT9H"), "2030-01-01", 201), "approve", 200), "approve", 200);
        assertThat(approved.path("number").asInt()).isEqualTo(5);

        JsonNode back = proposer.posts("/rulebook/drafts", Map.of("name", "退回第四版", "from", 4), 201);
        JsonNode changes =
                proposer.gets("/rulebook/drafts/" + id(back) + "/changes", 200).path("changes");
        assertThat(changes.size()).isEqualTo(1);
        assertThat(changes.path(0).path("before").asString()).isEqualTo("9 小时（工作时间）");
        JsonNode again = vote(third, vote(second, propose(back, "2030-01-01", 201), "approve", 200), "approve", 200);

        assertThat(again.path("number").asInt()).isEqualTo(6);
        assertThat(finish(head.gets("/rulebook/versions/6", 200).path("content")))
                .isEqualTo("PT4H");
    }

    @Test
    void aHelperThatIsNoUnitIsAFault() {
        JsonNode draft = begin(proposer, "协办单位");
        ObjectNode content = content(draft);
        ((ArrayNode) content.path("linkage")
                        .path("whistle")
                        .path("helpers")
                        .path(0)
                        .path("units"))
                .add("moon-base");

        assertThat(proposer.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content), 200)
                        .path("faults"))
                .extracting(fault -> fault.path("words").asString())
                .containsExactly("协办建议：没有单位 moon-base");
    }

    @Test
    void whoDoesNotBelongToTheGroupSeesNoDrafts() {
        Office office = new Office(port, sessions, administration, database);

        assertThat(type(office.clerk("外人", Role.WORKING_GROUP).gets("/rulebook/drafts", 422)))
                .isEqualTo("not-of-the-group");
        office.clerk("市民", Role.CITIZEN).gets("/rulebook/drafts", 403);
    }
}
