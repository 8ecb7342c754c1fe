package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A case its reporter found and solved at once. */
@CaseworkTest
final class SolvedOnTheSpotTest extends OfferedCases {

    @Autowired
    private DatabaseClient database;

    @Test
    void aCaseFoundAndSolvedOnTheSpotIsAppraisedAndShownAsSuch() {
        Town.Person citizen = town.citizen();
        JsonNode reported = json(reportSolved(citizen, "exposed-garbage", 5), 201);
        assertThat(stage(reported)).isEqualTo("reported-solved");
        assertThat(citizen.see(reported).path("results")).hasSize(1);
        expect(town.anybody("/cases/" + id(reported)), 404);

        JsonNode approved = reviewer().step(reported, "approve");

        JsonNode seen = json(town.anybody("/cases/" + id(approved)), 200);
        assertThat(stage(seen)).isEqualTo("closed");
        assertThat(seen.path("solvedBy").asString()).isEqualTo("REPORTER");
        assertThat(told(approved)).contains("case.solved-reported", "task.appraise", "claim.approved");
        assertThat(events(approved)).contains("casework.solved");
    }

    @Test
    void whatIsDangerousOrFarAwayIsNotTakenAsSolvedOnTheSpot() {
        Town.Person citizen = town.citizen();
        assertThat(json(reportSolved(citizen, "missing-manhole-cover", 5), 400)
                        .path("violations")
                        .get(0)
                        .path("rule")
                        .asString())
                .isEqualTo("not-for-citizens");
        assertThat(problem(json(reportSolved(citizen, "exposed-garbage", 500), 422)))
                .isEqualTo("result-too-far");
        JsonNode unsolved = json(reportSolved(citizen, "exposed-garbage", 5), 201);
        assertThat(stage(reviewer().step(unsolved, "disapprove", Map.of("reason", "还没清理"))))
                .isEqualTo("offered");
        JsonNode nonsense = json(reportSolved(citizen, "exposed-garbage", 5), 201);
        assertThat(stage(reviewer().step(nonsense, "reject", Map.of("reason", "不属实"))))
                .isEqualTo("rejected");
    }

    @Test
    void whatWasSolvedHereThreeTimesIsProposedAsHarder() {
        double away = 1_400;
        solvedThere(away);
        solvedThere(away + 25);
        solvedThere(away + 100);
        assertThat(why(away)).containsExactly("TYPE");

        solvedThere(away + 50);

        assertThat(why(away)).contains("RECURRING");
    }

    private void solvedThere(double metres) {
        Town.Person citizen = town.citizen();
        Map<String, Object> body = there(metres, "顺手清理了");
        body.remove("photos");
        body.put("before", List.of(citizen.take(seed(), Instant.now(), metres)));
        body.put("after", List.of(citizen.take(seed(), Instant.now(), metres)));
        JsonNode solved = json(citizen.post("/cases/solved", body, Town.aKey()), 201);
        assertThat(stage(reviewer().step(solved, "approve"))).isEqualTo("closed");
    }

    private List<String> why(double metres) {
        JsonNode made = json(town.citizen().tryReport(there(metres, "又满了")), 201);
        return reviewer()
                .see(made)
                .path("linkage")
                .path("proposal")
                .path("why")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Map<String, Object> there(double metres, String words) {
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", words));
        double north = Town.NORTH + metres / 111_195;
        body.put("place", Map.of("longitude", Town.EAST, "latitude", north, "datum", "WGS84", "address", "桂花路 9 号"));
        return body;
    }

    private ResponseSpec reportSolved(Town.Person citizen, String type, double metres) {
        Map<String, Object> body = new HashMap<>(Town.report(type, "顺手清理了"));
        body.remove("photos");
        body.put("before", List.of(citizen.take(seed(), Instant.now(), metres)));
        body.put("after", List.of(citizen.take(seed(), Instant.now(), metres)));
        return citizen.post("/cases/solved", body, Town.aKey());
    }

    private List<String> events(JsonNode about) {
        return now(database.sql("select name from outbox.event where subject = :subject")
                .bind("subject", Id.parse(id(about)).value())
                .mapValue(String.class)
                .all()
                .collectList());
    }
}
