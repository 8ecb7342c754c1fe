package io.quanmin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A draft is proposed and becomes a version once two others approve it. */
final class ProposalTest extends DraftingGroup {

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
    void whatWasDecidedForALaterDayDoesNotTakeEffectByTheWay() {
        JsonNode later =
                vote(third, vote(second, propose(longer("PT9H"), "2030-01-01", 201), "approve", 200), "approve", 200);
        assertThat(later.path("number").asInt()).isEqualTo(5);
        JsonNode onward = proposer.posts("/rulebook/drafts", Map.of("name", "急改", "from", 5), 201);
        onward = withApprovers(onward, 3);

        JsonNode refused = proposer.posts("/rulebook/proposals", wish(onward, "2029-12-31"), 422);

        assertThat(type(refused)).isEqualTo("effect-too-early");
        assertThat(refused.path("soonest").asString()).isEqualTo("2030-01-01");
        JsonNode urgent = withApprovers(begin(proposer, "从第四版急改"), 3);
        JsonNode done = vote(head, vote(second, propose(urgent, "2020-01-01", 201), "approve", 200), "approve", 200);
        assertThat(done.path("number").asInt()).isEqualTo(6);
        assertThat(java.time.Instant.parse(done.path("effectiveFrom").asString()))
                .isBefore(java.time.Instant.parse("2029-12-31T00:00:00Z"));
    }

    private JsonNode withApprovers(JsonNode draft, int approvers) {
        return proposer.puts(
                "/rulebook/drafts/" + id(draft) + "/sections/approval",
                Map.of(
                        "version",
                        version(draft),
                        "content",
                        Map.of("approvers", approvers, "headFor", List.of("flow", "approval", "tariff"))),
                200);
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
}
