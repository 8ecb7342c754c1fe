package io.quanmin.approval;

import static io.quanmin.testing.Await.done;

import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import io.quanmin.testing.PretendSessions;
import io.quanmin.testing.RememberedNotices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A working group of four who draft, propose and vote; what they make of the rulebook is gone after each test. */
@CityTest
@Import(Neighbours.class)
@TestPropertySource(properties = "quanmin.embedded.database=proposal")
abstract class DraftingGroup {

    @Autowired
    PretendSessions sessions;

    @Autowired
    RememberedNotices notices;

    @Autowired
    StaffAdministration administration;

    @Autowired
    DatabaseClient database;

    @LocalServerPort
    int port;

    @SuppressWarnings("NullAway.Init")
    Office.Clerk head;

    @SuppressWarnings("NullAway.Init")
    Office.Clerk proposer;

    @SuppressWarnings("NullAway.Init")
    Office.Clerk second;

    @SuppressWarnings("NullAway.Init")
    Office.Clerk third;

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
            done(administration.addUnit(unit));
        }
    }

    @AfterEach
    void onlyWhatTheMigrationsWroteStays() {
        done(database.sql("delete from rulebook.version where number > 4")
                .fetch()
                .rowsUpdated());
    }

    static JsonNode begin(Office.Clerk who, String name) {
        return who.posts("/rulebook/drafts", Map.of("name", name, "from", 4), 201);
    }

    /** A draft of the proposer that gives more time to clear garbage. */
    JsonNode longer(String length) {
        JsonNode draft = begin(proposer, "清运时限");
        ObjectNode content = content(draft);
        JsonNode type = content.path("groups").path(0).path("types").path(0);
        ((ObjectNode) type.path("limits").path("finish")).set("length", StringNode.valueOf(length));
        return proposer.puts("/rulebook/drafts/" + id(draft), rewritten(draft, content), 200);
    }

    static String finish(JsonNode content) {
        JsonNode type = content.path("groups").path(0).path("types").path(0);
        return type.path("limits").path("finish").path("length").asString();
    }

    JsonNode meeting(Office.Clerk author) {
        return author.posts("/working-group/meetings", minutes(1), 201);
    }

    static Map<String, Object> minutes(int version) {
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

    static String sign(JsonNode meeting) {
        return "/working-group/meetings/" + meeting.path("id").asString() + "/sign";
    }

    JsonNode propose(JsonNode draft, String day, int status) {
        return proposer.posts("/rulebook/proposals", wish(draft, day), status);
    }

    Map<String, Object> wish(JsonNode draft, String day) {
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

    static JsonNode vote(Office.Clerk who, JsonNode proposal, String how, int status) {
        return who.posts(
                path(proposal, how), Map.of("version", proposal.path("version").asLong(), "reason", "再议"), status);
    }

    static String path(JsonNode proposal, String how) {
        return "/rulebook/proposals/" + proposal.path("id").asString() + "/" + how;
    }

    static Map<String, Object> rewritten(JsonNode draft, JsonNode content) {
        return Map.of(
                "version",
                version(draft),
                "name",
                draft.path("draft").path("name").asString(),
                "content",
                content);
    }

    static ObjectNode content(JsonNode draft) {
        return (ObjectNode) draft.path("content").deepCopy();
    }

    static long version(JsonNode draft) {
        return draft.path("draft").path("version").asLong();
    }

    static String id(JsonNode thing) {
        return thing.has("draft") && thing.path("draft").isObject()
                ? thing.path("draft").path("id").asString()
                : thing.path("id").asString();
    }

    static String type(JsonNode problem) {
        String type = problem.path("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
