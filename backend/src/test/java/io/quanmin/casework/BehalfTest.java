package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** People who ring instead of writing. */
@CaseworkTest
final class BehalfTest {

    @Autowired
    private Town town;

    @Autowired
    private DatabaseClient database;

    @Test
    void whatACallerSaysBecomesTheirCaseWithTheirConsentAndTextAloneIsEnough() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        String phone = phone();
        JsonNode made = json(call(clerk, phone, "周奶奶", "社区门口路灯不亮"), 201);
        assertThat(stage(made)).isEqualTo("in-review");
        assertThat(made.path("anonymous").asBoolean()).isTrue();
        assertThat(made.path("mine").asBoolean()).isFalse();
        assertThat(made.path("timeline").get(0).path("by").asString()).startsWith("接线员代报");

        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        assertThat(reviewer.see(made).path("reporter").path("name").asString()).isEqualTo("周奶奶");
        JsonNode contact = json(reviewer.get("/cases/" + id(made) + "/contact"), 200);
        assertThat(contact.path("phone").asString()).isEqualTo(phone);
        assertThat(contact.path("byWeChat").asBoolean()).isFalse();
        assertThat(looks(made)).isEqualTo(1);
        assertThat(json(call(clerk, phone, null, "又有一盏不亮"), 201).path("id").asString())
                .isNotEqualTo(id(made));
        assertThat(reporters(phone)).as("one caller, however often they ring").isEqualTo(1);
    }

    @Test
    void whoWroteItDownDoesNotReviewIt() {
        Town.Person both = town.person(Town.DISTRICT, null, Role.REVIEWER, Role.DISPATCHER);
        JsonNode made = json(call(both, phone(), null, "楼道堆满杂物"), 201);
        assertThat(made.path("allowed").findValuesAsString("step")).doesNotContain("accept", "reject", "merge");
        JsonNode refused = json(both.tryStep(made, "accept", Map.of()), 422);
        assertThat(refused.path("type").asString()).endsWith("own-case");
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(made, "accept");
        assertThat(stage(accepted)).isEqualTo("in-verification");
        assertThat(json(town.anybody("/cases/" + id(made)), 200).has("reporter"))
                .isFalse();
    }

    @Test
    void withoutConsentOrANumberNothingIsWrittenDown() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        Map<String, Object> body = body(phone(), null, "有情况");
        body.put("caller", Map.of("phone", phone(), "agreed", false, "agreement", 1));
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        body.put("caller", Map.of("phone", "12345", "agreed", true, "agreement", 1));
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        body.put("caller", Map.of("phone", phone(), "agreed", true, "agreement", 999));
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        body.remove("caller");
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        expect(town.citizen().post("/cases/on-behalf", body(phone(), null, "有情况"), Town.aKey()), 403);
    }

    @Test
    void aDoubleTapMakesOneCase() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        String key = Town.aKey();
        Map<String, Object> body = body(phone(), null, "井盖响");
        JsonNode first = json(clerk.post("/cases/on-behalf", body, key), 201);
        JsonNode second = json(clerk.post("/cases/on-behalf", body, key), 201);
        assertThat(id(second)).isEqualTo(id(first));
    }

    private long looks(JsonNode made) {
        return Town.now(database.sql("select count(*) from identity.phone_access where about = :about")
                .bind("about", "case " + id(made))
                .mapValue(Long.class)
                .one());
    }

    private long reporters(String phone) {
        assertThat(phone).hasSize(11);
        return Town.now(database.sql("""
                        select count(distinct reporter) from casework.case_file
                        where description in ('社区门口路灯不亮', '又有一盏不亮')
                        """).mapValue(Long.class).one());
    }

    private static String phone() {
        return "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private static Map<String, Object> body(String phone, @Nullable String name, String words) {
        Map<String, Object> caller = new HashMap<>(Map.of("phone", phone, "agreed", true, "agreement", 1));
        if (name != null) {
            caller.put("name", name);
        }
        Map<String, Object> body = new HashMap<>();
        body.put("type", "broken-street-lamp");
        body.put("description", words);
        body.put("place", Map.of("area", "990102001001", "address", "老年活动室门口"));
        body.put("caller", caller);
        return body;
    }

    private static ResponseSpec call(Town.Person clerk, String phone, @Nullable String name, String words) {
        return clerk.post("/cases/on-behalf", body(phone, name, words), Town.aKey());
    }
}
