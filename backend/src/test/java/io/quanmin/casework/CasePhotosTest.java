package io.quanmin.casework;

import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.outbox.Outbox;
import io.quanmin.testing.PretendCensor;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.WeChatEvent.PictureJudged;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Who sees which photo of a case, and who decides it. */
@CaseworkTest
final class CasePhotosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Town town;

    @Autowired
    private Outbox outbox;

    @Autowired
    private DatabaseClient database;

    @Test
    void aPhotoLeftToAPersonIsPublicOnceAReviewerHasAccepted() {
        Town.Person citizen = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode reported = reported(citizen);
        verdict(photo(reported), Suggestion.REVIEW);
        awaitScreening(reviewer, reported, "FOR_PERSON");
        assertThat(citizen.see(reported).path("photos")).hasSize(1);

        JsonNode accepted = reviewer.step(reported, "accept");

        assertThat(screening(accepted)).isEqualTo("PASSED");
        assertThat(publicly(reported).path("photos")).hasSize(1);
    }

    @Test
    void anUncheckedPhotoStaysHiddenAfterAFastAcceptAndALateVerdictStillCounts() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode reported = reported(town.citizen());

        JsonNode accepted = reviewer.step(reported, "accept");

        assertThat(screening(accepted)).isEqualTo("PENDING");
        assertThat(publicly(reported).path("photos")).isEmpty();
        verdict(photo(reported), Suggestion.RISKY);
        awaitScreening(reviewer, reported, "HIDDEN");
        assertThat(publicly(reported).path("photos")).isEmpty();
    }

    @Test
    void onlyStaffSeeHowAPhotoWasJudged() {
        Town.Person citizen = town.citizen();
        JsonNode reported = reported(citizen);

        assertThat(citizen.see(reported).path("photos").get(0).has("screening")).isFalse();
        assertThat(screening(town.staff(Role.VERIFIER, Town.DISTRICT).see(reported)))
                .isEqualTo("PENDING");
    }

    @Test
    void aReviewersWordAboutAPhotoIsFinalAndWrittenDown() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode reported = reported(town.citizen());

        assertThat(screening(json(judge(reviewer, reported, true), 200))).isEqualTo("PASSED");
        JsonNode accepted = reviewer.step(reported, "accept");
        assertThat(publicly(reported).path("photos")).hasSize(1);
        assertThat(screening(json(judge(reviewer, accepted, false), 200))).isEqualTo("HIDDEN");
        assertThat(publicly(reported).path("photos")).isEmpty();

        assertThat(now(database.sql("""
                        select string_agg(fit::text, ',' order by ordinal) from casework.photo_judgement
                        where photo = :photo and by_person = :person
                        """)
                        .bind("photo", photo(reported).toString())
                        .bind("person", reviewer.actor.person().toString())
                        .mapValue(String.class)
                        .one()))
                .isEqualTo("true,false");
    }

    @Test
    void photosAreJudgedInOnesOwnAreaAndNeverInOnesOwnCase() {
        Town.Person citizen = town.citizen();
        JsonNode reported = reported(citizen);
        Actor ofTheReporter = new Actor(
                citizen.actor.person(), Town.anId(), Set.of(Role.REVIEWER), Town.anId(), null, Town.DISTRICT, null);
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        assertThat(problem(judge(town.come(ofTheReporter), reported, false), 422))
                .endsWith("/own-case");
        expect(judge(town.staff(Role.REVIEWER, "990103"), reported, false), 404);
        expect(judge(citizen, reported, false), 403);
        expect(judge(town.officer("sanitation"), reported, false), 403);
        JsonNode accepted = reviewer.step(reported, "accept");
        assertThat(problem(judge(town.staff(Role.VERIFIER, "990103"), accepted, false), 422))
                .endsWith("/step-not-allowed");
        expect(judge(reviewer, accepted, reported(citizen), false), 404);
        expect(reviewer.post(path(accepted, accepted), Map.of(), null), 400);
    }

    @Test
    void theReporterSeesTheResultWhenEverybodyMay() {
        Town.Person citizen = town.citizen();
        Town.Person verifier = town.staff(Role.VERIFIER, Town.DISTRICT);
        Town.Person officer = town.officer("sanitation");
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(reported(citizen), "accept");
        JsonNode signed = officer.step(verifier.step(accepted, "confirm"), "sign");

        JsonNode finished = officer.step(signed, "finish", Map.of("photos", List.of(officer.upload("portrait_6.jpg"))));

        assertThat(finished.path("results").get(0).path("screening").asString()).isEqualTo("FOR_PERSON");
        JsonNode seen = citizen.see(finished);
        assertThat(seen.path("photos")).hasSize(1);
        assertThat(seen.path("results")).isEmpty();
        assertThat(seen.path("timeline").findValues("photos").getLast()).isEmpty();
        JsonNode passed = verifier.step(finished, "pass");
        assertThat(citizen.see(passed).path("results")).hasSize(1);
    }

    private static JsonNode reported(Town.Person citizen) {
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", "垃圾满溢"));
        body.put("photos", List.of(citizen.upload("landscape_8.jpg")));
        return json(citizen.tryReport(body), 201);
    }

    private void verdict(Id photo, Suggestion suggestion) {
        outbox.add(photo, new PictureJudged(PretendCensor.trace(photo), suggestion, 0))
                .block(PATIENCE);
    }

    private static void awaitScreening(Town.Person staff, JsonNode subject, String expected) {
        await().atMost(PATIENCE).until(() -> screening(staff.see(subject)).equals(expected));
    }

    private static ResponseSpec judge(Town.Person person, JsonNode subject, boolean fit) {
        return judge(person, subject, subject, fit);
    }

    private static ResponseSpec judge(Town.Person person, JsonNode subject, JsonNode withPhoto, boolean fit) {
        return person.post(path(subject, withPhoto), Map.of("fit", fit), null);
    }

    private static String path(JsonNode subject, JsonNode withPhoto) {
        return "/cases/%s/photos/%s/judgement".formatted(subject.path("id").asString(), photo(withPhoto));
    }

    private JsonNode publicly(JsonNode subject) {
        return json(town.anybody("/cases/" + subject.path("id").asString()), 200);
    }

    private static Id photo(JsonNode subject) {
        return Id.parse(subject.path("photos").get(0).path("id").asString());
    }

    private static String screening(JsonNode subject) {
        return subject.path("photos").get(0).path("screening").asString();
    }

    private static String problem(ResponseSpec answer, int status) {
        return json(answer, status).path("type").asString();
    }
}
