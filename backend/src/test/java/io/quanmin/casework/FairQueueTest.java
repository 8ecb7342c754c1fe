package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** A queue has what one may work at: else the same case would be served to somebody again and again. */
@CaseworkTest
final class FairQueueTest {

    @Autowired
    private Town town;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    private Hired hired;

    @BeforeEach
    void hire() {
        hired = new Hired(town, administration, database);
    }

    @Test
    void whoIsQualifiedForSomeTypesFindsNoOthersToReviewNorToAppraise() {
        Town.Person reviewer = qualified("damaged-traffic-sign");
        Town.Person citizen = town.citizen();
        JsonNode sign = citizen.report("damaged-traffic-sign");
        JsonNode other = citizen.report("exposed-garbage");
        JsonNode solved = solved(citizen);
        assertThat(town.staff(Role.REVIEWER, Town.DISTRICT).waiting("appraise")).contains(id(solved));

        assertThat(reviewer.waiting("appraise")).isEmpty();
        reviewer.post("/tasks/next?queue=appraise", Map.of(), null)
                .expectStatus()
                .isNoContent();
        assertThat(reviewer.waiting("review")).contains(id(sign)).doesNotContain(id(other));
        assertThat(reviewer.step(next(reviewer), "accept")
                        .path("type")
                        .path("code")
                        .asString())
                .isEqualTo("damaged-traffic-sign");
    }

    @Test
    void whoWroteACaseDownOrReportedTheSameIsNotServedIt() {
        Town.Person reviewer = qualified("illegal-building");
        JsonNode written = json(reviewer.post("/cases/on-behalf", call(), Town.aKey()), 201);
        JsonNode own = reviewer.report("illegal-building");
        JsonNode same = town.citizen().report("illegal-building");
        Town.Person merging = town.staff(Role.REVIEWER, Town.DISTRICT);
        expect(merging.tryStep(own, "merge", Map.of("into", id(same))), 200);
        JsonNode strange = town.citizen().report("illegal-building");

        assertThat(reviewer.waiting("review")).contains(id(strange)).doesNotContain(id(written), id(own), id(same));
        assertThat(served(reviewer)).contains(id(strange)).doesNotContain(id(written), id(own), id(same));
    }

    /** All that they are given, one after the other, until nothing waits. */
    private static List<String> served(Town.Person reviewer) {
        List<String> served = new ArrayList<>();
        while (true) {
            EntityExchangeResult<JsonNode> given = reviewer.post("/tasks/next?queue=review", Map.of(), null)
                    .expectBody(JsonNode.class)
                    .returnResult();
            JsonNode item = given.getResponseBody();
            if (item == null) {
                assertThat(given.getStatus().value()).isEqualTo(204);
                return served;
            }
            served.add(id(item));
            assertThat(served).doesNotHaveDuplicates();
            expect(reviewer.tryStep(item, "reject", Map.of("reason", "不属实")), 200);
        }
    }

    /** A reviewer the working group named for a type; by it they report, too. */
    private Town.Person qualified(String type) {
        Town.Person reviewer = hired.person(null, Role.CITIZEN, Role.REVIEWER);
        Town.Person head = hired.person(null, Role.WORKING_GROUP);
        assertThat(now(database.sql("delete from approval.member").fetch().rowsUpdated()))
                .isNotNegative();
        Map<String, Object> appointment = Map.of("person", head.actor.person().toString(), "head", true, "duty", "组长");
        expect(hired.person(null, Role.SYSTEM_ADMIN).post("/working-group/members", appointment, Town.aKey()), 201);
        expect(head.put("/working-group/reviewers/" + reviewer.actor.person(), Map.of("types", List.of(type))), 200);
        return reviewer;
    }

    private static Map<String, Object> call() {
        Map<String, Object> body = new HashMap<>(Town.report("illegal-building", "楼顶加盖"));
        body.put("caller", Map.of("phone", "13900001234", "agreed", true, "agreement", 1));
        return body;
    }

    private static JsonNode solved(Town.Person citizen) {
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", "顺手清理了"));
        body.remove("photos");
        body.put("before", List.of(citizen.take(System.nanoTime(), java.time.Instant.now(), 5)));
        body.put("after", List.of(citizen.take(System.nanoTime(), java.time.Instant.now(), 5)));
        return json(citizen.post("/cases/solved", body, Town.aKey()), 201);
    }

    private static JsonNode next(Town.Person reviewer) {
        return json(reviewer.post("/tasks/next?queue=review", Map.of(), null), 200);
    }
}
