package io.quanmin.casework;

import static io.quanmin.casework.Town.json;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.VolunteerRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place far from all others, with its own volunteers, so that tests do not ask each other's. */
final class Neighbourhood {

    private static final String ELSEWHERE = "990102001001";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Town town;
    private final double east = Town.EAST + 2 + ThreadLocalRandom.current().nextDouble(40);
    private final double north = Town.NORTH + 2 + ThreadLocalRandom.current().nextDouble(20);

    Neighbourhood(Town town) {
        this.town = town;
    }

    /** Somebody who enrolled here and has passed the quiz. */
    Town.Person volunteer() {
        return enrolled(town.citizen());
    }

    Town.Person enrolled(Town.Person citizen) {
        Town.expect(citizen.put("/volunteers/me", wish()), 200);
        JsonNode questions =
                json(citizen.post("/volunteers/me/quiz", Map.of(), null), 200).path("questions");
        JsonNode result = json(citizen.post("/volunteers/me/quiz/answers", rightly(questions), null), 200);
        if (!result.path("passed").asBoolean()) {
            throw new AssertionError(result.toString());
        }
        return citizen;
    }

    Map<String, Object> wish() {
        return Map.of(
                "areas",
                List.of(ELSEWHERE),
                "kinds",
                List.of("city-appearance", "public-facilities", "emergencies"),
                "point",
                here());
    }

    /** The right answers, as the rulebook has them. */
    static Map<String, Object> rightly(JsonNode questions) {
        VolunteerRules.Training training = Books.present().volunteers().training();
        List<Map<String, Object>> answers = questions
                .valueStream()
                .map(question -> question.path("code").asString())
                .map(code -> Map.<String, Object>of(
                        "question",
                        code,
                        "choice",
                        training.question(code).orElseThrow().right()))
                .toList();
        return Map.of("answers", answers);
    }

    Map<String, Object> here() {
        return Map.of("longitude", east, "latitude", north, "datum", "WGS84");
    }

    Map<String, Object> report(String type) {
        Map<String, Object> body = Town.report(type, "楼下有情况");
        Map<String, Object> place = new HashMap<>(here());
        place.put("address", "桂花路 1 号");
        body.put("place", place);
        return body;
    }

    JsonNode reported(Town.Person by, String type) {
        return json(by.tryReport(report(type)), 201);
    }

    JsonNode accepted(Town.Person by, String type) {
        return reviewer().step(reported(by, type), "accept");
    }

    Town.Person reviewer() {
        return town.staff(Role.REVIEWER, "990100");
    }

    Town.Person verifier() {
        return town.staff(Role.VERIFIER, "990100");
    }

    /** Whom a notice about a case reached, once so many were told. */
    Set<Id> told(JsonNode subject, String template, int many) {
        await().atMost(PATIENCE).until(() -> told(subject, template).size() >= many);
        return told(subject, template);
    }

    Set<Id> told(JsonNode subject, String template) {
        return town.told(subject).stream()
                .filter(notice -> notice.template().equals(template))
                .map(Notice::audience)
                .flatMap(audience -> ((Audience.Persons) audience).persons().stream())
                .collect(Collectors.toSet());
    }

    /** The id of the ask somebody has about a case, once they have it. */
    String ask(Town.Person volunteer, JsonNode subject) {
        return Objects.requireNonNull(await().atMost(PATIENCE).until(() -> asked(volunteer, subject), Objects::nonNull))
                .path("id")
                .asString();
    }

    private static @Nullable JsonNode asked(Town.Person volunteer, JsonNode subject) {
        return json(volunteer.get("/asks/mine"), 200)
                .path("items")
                .valueStream()
                .filter(ask -> ask.path("subject").path("id").equals(subject.path("id")))
                .filter(ask -> ask.path("open").asBoolean())
                .findFirst()
                .orElse(null);
    }

    /** Answers, and is heard. */
    void says(Town.Person volunteer, JsonNode subject, String answer, Map<String, ?> more) {
        JsonNode said = answer(volunteer, subject, answer, more);
        if (!said.path("answer").path("answer").asString().equals(answer)) {
            throw new AssertionError(said.toString());
        }
    }

    JsonNode answer(Town.Person volunteer, JsonNode subject, String answer, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("answer", answer);
        return json(volunteer.post("/asks/" + ask(volunteer, subject) + "/answer", body, Town.aKey()), 200);
    }

    /** How a case stands once it has left a stage. */
    static JsonNode left(Town.Person viewer, JsonNode subject, String stage) {
        return await().atMost(PATIENCE)
                .until(
                        () -> viewer.see(subject),
                        seen -> !CaseAnswers.stage(seen).equals(stage));
    }
}
