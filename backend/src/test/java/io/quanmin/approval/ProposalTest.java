package io.quanmin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import io.quanmin.testing.PretendSessions;
import io.quanmin.testing.RememberedNotices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A draft on its way to a version: written, looked at, proposed, approved by two others. */
@CityTest
@Import(Neighbours.class)
@TestPropertySource(properties = "quanmin.embedded.database=proposal")
final class ProposalTest {

    @Autowired
    private PretendSessions sessions;

    @Autowired
    private RememberedNotices notices;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private Office.Clerk head;

    @SuppressWarnings("NullAway.Init")
    private Office.Clerk proposer;

    @SuppressWarnings("NullAway.Init")
    private Office.Clerk second;

    @SuppressWarnings("NullAway.Init")
    private Office.Clerk third;

    @BeforeEach
    void aGroupAndTheUnitsOfTheRules() {
        Office office = new Office(port, sessions, administration, database);
        head = office.head("周正");
        proposer = office.member(head, "钱一");
        second = office.member(head, "孙二");
        third = office.member(head, "李三");
        JsonNode present = head.gets("/rulebook/versions/4", 200).path("content");
        TreeSet<String> codes = new TreeSet<>();
        present.path("groups")
                .forEach(group -> group.path("types")
                        .forEach(type -> codes.add(type.path("unit").asString())));
        present.path("responsibility")
                .path("rows")
                .forEach(row -> codes.add(row.path("unit").asString()));
        for (String code : codes) {
            NewUnit unit = new NewUnit(code, "单位" + code, "990102", null, Unit.Kind.DEPARTMENT);
            Objects.requireNonNull(administration.addUnit(unit).block());
        }
    }

    @AfterEach
    void onlyWhatTheMigrationsWroteStays() {
        Objects.requireNonNull(database.sql("delete from rulebook.version where number > 4")
                .fetch()
                .rowsUpdated()
                .block());
    }

    @Test
    void twoOthersMakeADraftTheNextVersion() {
        JsonNode draft = longer("PT9H");
        JsonNode proposal = propose(draft, "2020-01-01", 201);
        assertThat(proposal.path("headNeeded").asBoolean()).isFalse();

        JsonNode once = vote(second, proposal, "approve", 200);
        assertThat(once.path("state").asString()).isEqualTo("OPEN");
        assertThat(once.path("approvals").size()).isEqualTo(1);
        JsonNode done = vote(third, once, "approve", 200);

        assertThat(done.path("state").asString()).isEqualTo("APPROVED");
        assertThat(done.path("number").asInt()).isEqualTo(5);
        JsonNode version = head.gets("/rulebook/versions/5", 200);
        assertThat(finish(version.path("content"))).isEqualTo("PT9H");
        assertThat(finish(head.gets("/rulebook/versions/4", 200).path("content")))
                .isEqualTo("PT4H");
        assertThat(java.time.Instant.parse(
                        version.path("version").path("effectiveFrom").asString()))
                .as("never in the past, and not before every node knows it")
                .isAfter(java.time.Instant.now().plusSeconds(60));
        assertThat(notices.about(Id.parse(done.path("id").asString())))
                .extracting(notice -> notice.template())
                .containsExactly("proposal.opened", "proposal.approved");
    }

    @Test
    void nobodyApprovesWhatTheyProposedOrWroteOrTwice() {
        JsonNode draft = longer("PT9H");
        draft = second.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content(draft)), 200);
        JsonNode proposal = propose(draft, "2030-01-01", 201);

        assertThat(type(vote(proposer, proposal, "approve", 422))).isEqualTo("own-proposal");
        assertThat(type(vote(second, proposal, "approve", 422))).isEqualTo("own-proposal");
        JsonNode once = vote(third, proposal, "approve", 200);
        assertThat(type(vote(third, once, "approve", 422))).isEqualTo("approved-already");
        assertThat(type(vote(head, proposal, "approve", 409))).isEqualTo("stale-paper");
        assertThat(vote(head, once, "approve", 200).path("state").asString()).isEqualTo("APPROVED");
        assertThat(type(vote(head, once, "decline", 422))).isEqualTo("proposal-settled");
    }

    @Test
    void theFlowChangesOnlyWithTheHead() {
        JsonNode draft = begin(proposer, "改流程");
        ObjectNode content = content(draft);
        ((ObjectNode) content.path("flow").path("stages").path(0)).set("publicName", StringNode.valueOf("正在审核"));
        draft = proposer.puts(
                "/rulebook/drafts/" + id(draft) + "/sections/flow",
                Map.of("version", version(draft), "content", content.path("flow")),
                200);
        JsonNode changes = proposer.gets("/rulebook/drafts/" + id(draft) + "/changes", 200);
        assertThat(changes.path("headNeeded").asBoolean()).isTrue();
        assertThat(changes.path("changes").size()).isEqualTo(1);
        assertThat(changes.path("changes").path(0).path("title").asString()).isEqualTo("流程 › 环节 › 待审核 › 对外名称");
        assertThat(changes.path("changes").path(0).path("before").asString()).isEqualTo("审核中");
        JsonNode proposal = propose(draft, "2030-01-01", 201);

        JsonNode two = vote(third, vote(second, proposal, "approve", 200), "approve", 200);
        assertThat(two.path("state").asString()).isEqualTo("OPEN");
        assertThat(vote(head, two, "approve", 200).path("state").asString()).isEqualTo("APPROVED");
    }

    @Test
    void theHeadDoesNotProposeWhatTheHeadMustApprove() {
        JsonNode draft = begin(head, "组长改流程");
        ObjectNode content = content(draft);
        ((ObjectNode) content.path("flow").path("stages").path(0)).set("publicName", StringNode.valueOf("正在审核"));
        draft = head.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content), 200);

        assertThat(type(head.posts("/rulebook/proposals", wish(draft, "2030-01-01"), 422)))
                .isEqualTo("head-proposes");
    }

    @Test
    void aDeclinedProposalOpensItsDraftAgain() {
        JsonNode draft = longer("PT9H");
        JsonNode proposal = propose(draft, "2030-01-01", 201);
        assertThat(type(proposer.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content(draft)), 422)))
                .isEqualTo("draft-closed");
        second.posts(path(proposal, "decline"), Map.of("version", 1), 400);

        JsonNode declined = vote(second, proposal, "decline", 200);

        assertThat(declined.path("reason").asString()).isEqualTo("再议");
        JsonNode now = proposer.gets("/rulebook/drafts/" + id(draft), 200);
        assertThat(now.path("draft").path("state").asString()).isEqualTo("OPEN");
        proposer.puts("/rulebook/drafts/" + id(draft), rewritten(now, content(now)), 200);
    }

    @Test
    void onlyTheProposerWithdraws() {
        JsonNode proposal = propose(longer("PT9H"), "2030-01-01", 201);

        assertThat(type(vote(second, proposal, "withdraw", 422))).isEqualTo("proposer-only");
        assertThat(vote(proposer, proposal, "withdraw", 200).path("state").asString())
                .isEqualTo("WITHDRAWN");
    }

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
    void aDraftThatChangesNothingIsNothingToApprove() {
        assertThat(type(proposer.posts("/rulebook/proposals", wish(begin(proposer, "无"), "2030-01-01"), 422)))
                .isEqualTo("nothing-changes");
    }

    @Test
    void onlyADecisionOfSignedMinutesIsABasis() {
        JsonNode meeting = meeting(proposer);
        Map<String, Object> wish = wish(longer("PT9H"), "2030-01-01");
        wish.put("meeting", meeting.path("id").asString());

        assertThat(type(proposer.posts("/rulebook/proposals", wish, 400))).isEqualTo("invalid-fields");
        assertThat(type(second.posts(sign(meeting), Map.of("version", 1), 422))).isEqualTo("head-only");
        head.posts(sign(meeting), Map.of("version", 1), 200);
        assertThat(type(proposer.puts(
                        "/working-group/meetings/" + meeting.path("id").asString(), minutes(2), 422)))
                .isEqualTo("meeting-signed");
        wish.put("decision", 2);
        assertThat(type(proposer.posts("/rulebook/proposals", wish, 400))).isEqualTo("invalid-fields");
        wish.put("decision", 1);
        proposer.posts("/rulebook/proposals", wish, 201);
    }

    @Test
    void anActionIsToldToWhoTookItOnAndStaysUntilItIsDone() {
        Map<String, Object> body =
                new HashMap<>(Map.of("words", "核对责任分工", "owner", second.person(), "dueOn", "2020-01-01"));
        JsonNode action = head.posts("/working-group/actions", body, 201);
        assertThat(action.path("overdue").asBoolean()).isTrue();
        assertThat(notices.about(Id.parse(id(action)))).hasSize(1);
        assertThat(second.gets("/working-group/actions?open=true", 200)
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id(action));

        body.put("version", 1);
        body.put("done", true);
        JsonNode done = second.puts("/working-group/actions/" + id(action), body, 200);

        assertThat(done.has("doneAt")).isTrue();
        assertThat(type(second.puts("/working-group/actions/" + id(action), body, 409)))
                .isEqualTo("stale-paper");
        assertThat(second.gets("/working-group/actions?open=true", 200).path("items"))
                .noneSatisfy(open -> assertThat(id(open)).isEqualTo(id(action)));
    }

    @Test
    void whoDoesNotBelongToTheGroupSeesNoDrafts() {
        Office office = new Office(port, sessions, administration, database);

        assertThat(type(office.clerk("外人", Role.WORKING_GROUP).gets("/rulebook/drafts", 422)))
                .isEqualTo("not-of-the-group");
        office.clerk("市民", Role.CITIZEN).gets("/rulebook/drafts", 403);
    }

    private static JsonNode begin(Office.Clerk who, String name) {
        return who.posts("/rulebook/drafts", Map.of("name", name, "from", 4), 201);
    }

    /** A draft of the proposer that gives more time to clear garbage. */
    private JsonNode longer(String length) {
        JsonNode draft = begin(proposer, "清运时限");
        ObjectNode content = content(draft);
        JsonNode type = content.path("groups").path(0).path("types").path(0);
        ((ObjectNode) type.path("limits").path("finish")).set("length", StringNode.valueOf(length));
        return proposer.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content), 200);
    }

    private static String finish(JsonNode content) {
        JsonNode type = content.path("groups").path(0).path("types").path(0);
        return type.path("limits").path("finish").path("length").asString();
    }

    private JsonNode meeting(Office.Clerk author) {
        return author.posts("/working-group/meetings", minutes(1), 201);
    }

    private static Map<String, Object> minutes(int version) {
        return Map.of(
                "version",
                version,
                "heldOn",
                "2026-11-20",
                "title",
                "第三次会议",
                "agenda",
                "时限",
                "minutes",
                "讨论了清运时限",
                "decisions",
                List.of("延长清运时限"));
    }

    private static String sign(JsonNode meeting) {
        return "/working-group/meetings/" + meeting.path("id").asString() + "/sign";
    }

    private JsonNode propose(JsonNode draft, String day, int status) {
        return proposer.posts("/rulebook/proposals", wish(draft, day), status);
    }

    private Map<String, Object> wish(JsonNode draft, String day) {
        JsonNode meeting = meeting(second);
        head.posts(sign(meeting), Map.of("version", 1), 200);
        return new HashMap<>(Map.of(
                "draft",
                id(draft),
                "version",
                version(draft),
                "effectiveOn",
                day,
                "basis",
                "市民反映清运太慢",
                "meeting",
                meeting.path("id").asString(),
                "decision",
                1));
    }

    private static JsonNode vote(Office.Clerk who, JsonNode proposal, String how, int status) {
        return who.posts(
                path(proposal, how), Map.of("version", proposal.path("version").asLong(), "reason", "再议"), status);
    }

    private static String path(JsonNode proposal, String how) {
        return "/rulebook/proposals/" + proposal.path("id").asString() + "/" + how;
    }

    private static Map<String, Object> rewritten(JsonNode draft, JsonNode content) {
        return Map.of(
                "version",
                version(draft),
                "name",
                draft.path("draft").path("name").asString(),
                "content",
                content);
    }

    private static ObjectNode content(JsonNode draft) {
        return (ObjectNode) draft.path("content").deepCopy();
    }

    private static long version(JsonNode draft) {
        return draft.path("draft").path("version").asLong();
    }

    private static String id(JsonNode thing) {
        return thing.has("draft") && thing.path("draft").isObject()
                ? thing.path("draft").path("id").asString()
                : thing.path("id").asString();
    }

    private static String type(JsonNode problem) {
        String type = problem.path("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
