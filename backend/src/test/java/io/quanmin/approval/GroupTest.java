package io.quanmin.approval;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import io.quanmin.testing.PretendSessions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who belongs to the working group, who leads it, and whom it finds fit to review. */
@CityTest
@Import(Neighbours.class)
@TestPropertySource(properties = "quanmin.embedded.database=approval")
final class GroupTest {

    @Autowired
    private PretendSessions sessions;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Qualifications qualifications;

    @Autowired
    private ApprovalData data;

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private Office.Clerk head;

    @BeforeEach
    void aGroupIsThere() {
        office = new Office(port, sessions, administration, database);
        head = office.head("周正");
    }

    @Test
    void theFirstHeadIsNamedByAnAdministratorAndEveryoneElseByTheHead() {
        Office.Clerk administrator = office.clerk("管理员", Role.SYSTEM_ADMIN);
        Office.Clerk other = office.clerk("钱一", Role.WORKING_GROUP);

        JsonNode refused = administrator.posts(
                "/working-group/members", Map.of("person", other.person(), "head", true, "duty", "委员"), 422);
        head.posts("/working-group/members", Map.of("person", other.person(), "head", false, "duty", "委员"), 201);

        assertThat(refused.path("type").asString()).endsWith("/head-only");
        JsonNode group = other.gets("/working-group", 200);
        assertThat(group.path("mine").asBoolean()).isTrue();
        assertThat(group.path("head").asBoolean()).isFalse();
        assertThat(group.path("members").path(0).path("name").asString()).isEqualTo("周正");
        assertThat(group.path("members").size()).isEqualTo(2);
    }

    @Test
    void whoHasTheRoleButNoMembershipIsNoMember() {
        Office.Clerk stranger = office.clerk("孙二", Role.WORKING_GROUP);

        assertThat(stranger.gets("/working-group/reviewers", 422).path("type").asString())
                .endsWith("/not-of-the-group");
    }

    @Test
    void nobodyIsAppointedWithoutTheRole() {
        Office.Clerk reviewer = office.clerk("李三", Role.REVIEWER);

        JsonNode refused = head.posts(
                "/working-group/members", Map.of("person", reviewer.person(), "head", false, "duty", "委员"), 400);

        assertThat(refused.path("violations").path(0).path("field").asString()).isEqualTo("person");
    }

    @Test
    void aNewHeadFollowsTheOldOneWhoStaysAsAMember() {
        Office.Clerk next = office.member(head, "吴四");

        next.posts("/working-group/members", Map.of("person", next.person(), "head", true, "duty", "组长"), 422);
        head.posts("/working-group/members", Map.of("person", next.person(), "head", true, "duty", "组长"), 201);

        assertThat(next.gets("/working-group", 200).path("head").asBoolean()).isTrue();
        JsonNode old = head.gets("/working-group", 200);
        assertThat(old.path("mine").asBoolean()).isTrue();
        assertThat(old.path("head").asBoolean()).isFalse();
    }

    @Test
    void theGroupIsNeverWithoutAHead() {
        String own = head.gets("/working-group", 200)
                .path("members")
                .path(0)
                .path("id")
                .asString();

        assertThat(head.deletes("/working-group/members/" + own, 422)
                        .path("type")
                        .asString())
                .endsWith("/head-stays");
        head.posts("/working-group/members", Map.of("person", head.person(), "head", false, "duty", "委员"), 422);
    }

    @Test
    void aMemberWhoWasSentAwayIsAMemberNoMore() {
        Office.Clerk member = office.member(head, "郑五");
        JsonNode members = head.gets("/working-group", 200).path("members");
        String id = members.path(1).path("id").asString();

        head.deletes("/working-group/members/" + id, 204);

        assertThat(member.gets("/working-group", 200).path("mine").asBoolean()).isFalse();
        head.deletes("/working-group/members/" + id, 404);
    }

    @Test
    void aReviewerMayReviewAllUntilTheGroupSaysWhich() {
        Office.Clerk reviewer = office.clerk("沈六", Role.REVIEWER);
        assertThat(qualification(reviewer).all()).isTrue();

        head.puts(
                "/working-group/reviewers/" + reviewer.person(),
                Map.of("types", List.of("dirty-water", "exposed-garbage")),
                200);

        assertThat(qualification(reviewer).all()).isFalse();
        assertThat(qualification(reviewer).types()).containsExactlyInAnyOrder("dirty-water", "exposed-garbage");
        head.puts("/working-group/reviewers/" + reviewer.person(), Map.of("types", List.of("ufo")), 400);
        head.puts("/working-group/reviewers/" + head.person(), Map.of("types", List.of()), 404);
        head.puts("/working-group/reviewers/" + reviewer.person(), Map.of(), 400);
    }

    @Test
    void whoseLastTypeIsTakenAwayReviewsNothingUntilTheGroupSaysAll() {
        Office.Clerk reviewer = office.clerk("沈七", Role.REVIEWER);
        String path = "/working-group/reviewers/" + reviewer.person();
        head.puts(path, Map.of("types", List.of("dirty-water")), 200);

        JsonNode none = head.puts(path, Map.of("types", List.of()), 200);

        assertThat(none.path("all").asBoolean(true)).isFalse();
        assertThat(qualification(reviewer).covers("dirty-water")).isFalse();
        assertThat(qualification(reviewer).covers("exposed-garbage")).isFalse();
        assertThat(head.puts(path, Map.of("all", true), 200).path("all").asBoolean())
                .isTrue();
        assertThat(qualification(reviewer).covers("exposed-garbage")).isTrue();
    }

    @Test
    void whereTheHeadHasLeftAnAdministratorNamesAnother() {
        Office.Clerk administrator = office.clerk("管理员", Role.SYSTEM_ADMIN);
        Office.Clerk next = office.member(head, "钱一");
        Map<String, Object> wish = Map.of("person", next.person(), "head", true, "duty", "组长");
        administrator.posts("/working-group/members", wish, 422);

        office.loses(head, Role.WORKING_GROUP);

        assertThat(next.gets("/working-group", 200).path("members")).noneSatisfy(member -> {
            assertThat(member.path("present").asBoolean()).isTrue();
            assertThat(member.path("head").asBoolean()).isTrue();
        });
        administrator.posts("/working-group/members", wish, 201);
        assertThat(next.gets("/working-group", 200).path("head").asBoolean()).isTrue();
        assertThat(head.gets("/working-group", 200).path("mine").asBoolean()).isFalse();
        administrator.posts("/working-group/members", wish, 422);
    }

    @Test
    void anErasedPersonGoesFromThePapersAndTheMembershipStays() {
        Office.Clerk member = office.member(head, "冯七");
        Id person = Id.parse(member.person());
        assertThat(now(data.export(person)).toString()).contains("委员");

        data.erase(person).block();

        assertThat(now(data.export(person)).toString()).doesNotContain("委员");
        assertThat(head.gets("/working-group", 200).path("members").size()).isEqualTo(2);
    }

    private Qualification qualification(Office.Clerk reviewer) {
        return now(qualifications.of(Id.parse(reviewer.person())));
    }
}
