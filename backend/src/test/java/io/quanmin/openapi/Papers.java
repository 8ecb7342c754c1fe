package io.quanmin.openapi;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Papers of the working group to attack. */
record Papers(WebClient web, Writing writing, String token, String head) {

    private static final JsonMapper JSON = new JsonMapper();

    void lay(StaffAdministration administration, Map<String, List<String>> ids, Map<String, JsonNode> bodies) {
        String draft =
                write("/rulebook/drafts", begun()).path("draft").path("id").asString();
        String other =
                write("/rulebook/drafts", begun()).path("draft").path("id").asString();
        String meeting = id("/working-group/meetings", meeting());
        String action = id("/working-group/actions", action());
        ids.put("/api/v1/rulebook/drafts/", List.of(draft));
        ids.put("DELETE /api/v1/rulebook/drafts/{id}", List.of(other));
        ids.put("/api/v1/rulebook/versions/", List.of("4", "1"));
        ids.put("/api/v1/rulebook/proposals/", List.of(proposal(administration)));
        ids.put(
                "/api/v1/working-group/members/",
                List.of(get("/working-group").path("members").path(0).path("id").asString()));
        ids.put("/api/v1/working-group/meetings/", List.of(meeting));
        ids.put("/api/v1/working-group/actions/", List.of(action));
        ids.put("/api/v1/rulebook/drafts/{id}/sections/{section}", List.of(draft, "calendar", "forms"));
        bodies.put("POST /api/v1/rulebook/drafts", JSON.valueToTree(begun()));
        bodies.put(
                "PUT /api/v1/rulebook/drafts/{id}",
                JSON.valueToTree(Map.of("version", 1, "name", "改名", "content", Map.of("groups", List.of()))));
        bodies.put(
                "PUT /api/v1/rulebook/drafts/{id}/sections/{section}",
                JSON.valueToTree(Map.of("version", 1, "content", Map.of("forms", List.of()))));
        bodies.put("POST /api/v1/rulebook/drafts/{id}/rebase", JSON.valueToTree(Map.of("version", 1)));
        bodies.put("POST /api/v1/rulebook/proposals", JSON.valueToTree(wish(draft, meeting)));
        bodies.put("POST /api/v1/working-group/meetings", JSON.valueToTree(meeting()));
        bodies.put("PUT /api/v1/working-group/meetings/{id}", JSON.valueToTree(meeting()));
        bodies.put("POST /api/v1/working-group/actions", JSON.valueToTree(action()));
        bodies.put("PUT /api/v1/working-group/actions/{id}", JSON.valueToTree(action()));
    }

    private static void done(Mono<?> answer) {
        assertThat(now(answer)).isNotNull();
    }

    /** A draft that asks nothing any more, before the working group. */
    private String proposal(StaffAdministration administration) {
        get("/rulebook/versions/4")
                .findValuesAsString("unit")
                .forEach(code ->
                        done(administration.addUnit(new NewUnit(code, code, "990102", null, Unit.Kind.DEPARTMENT))));
        String draft =
                write("/rulebook/drafts", begun()).path("draft").path("id").asString();
        done(web.put()
                .uri("/api/v1/rulebook/drafts/" + draft + "/sections/forms")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("version", 1, "content", Map.of("forms", List.of())))
                .retrieve()
                .bodyToMono(JsonNode.class));
        String meeting = id("/working-group/meetings", meeting());
        Map<String, Object> wish =
                new HashMap<>(wish(draft, id("/working-group/meetings/" + meeting + "/sign", Map.of("version", 1))));
        wish.put("version", 2);
        return id("/rulebook/proposals", wish);
    }

    private JsonNode get(String path) {
        return now(web.get()
                .uri("/api/v1" + path)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .bodyToMono(JsonNode.class));
    }

    private static Map<String, Object> begun() {
        return Map.of("name", "春季修订", "from", 4);
    }

    private static Map<String, Object> meeting() {
        return Map.of(
                "version", 1, "heldOn", "2026-11-20", "title", "例会", "minutes", "议了三件事", "decisions", List.of("照办"));
    }

    private Map<String, Object> action() {
        return Map.of("version", 1, "words", "核对单位", "owner", head, "dueOn", "2026-12-01", "done", false);
    }

    private static Map<String, Object> wish(String draft, String meeting) {
        return Map.of(
                "draft",
                draft,
                "version",
                1,
                "effectiveOn",
                "2026-12-01",
                "basis",
                "时限太短",
                "meeting",
                meeting,
                "decision",
                1);
    }

    private String id(String path, Object body) {
        return write(path, body).path("id").asString();
    }

    private JsonNode write(String path, Object body) {
        return writing.post(path, token, body);
    }

    /** Sends a body by the holder of a token. */
    interface Writing {
        JsonNode post(String path, String token, Object body);
    }
}
