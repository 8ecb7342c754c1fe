package io.quanmin.openapi;

import static io.quanmin.testing.Await.now;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the subjects to attack through the API.
 *
 * @param neighbour token of another citizen, whose report the citizen is asked about
 * @param colleague token of somebody else of the publicity team, who publishes what {@code staff} wrote
 */
record Laying(
        WebClient web, String citizen, String neighbour, String staff, String colleague, List<String> administrators) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CASES = 12;

    Bait lay(StaffAdministration administration) {
        List<String> photos = List.of(upload(citizen), upload(citizen), upload(citizen));
        String pictured = upload(citizen);
        List<String> cases = IntStream.range(0, CASES)
                .mapToObj(i -> id(post("/cases", citizen, report(i == 0 ? List.of(pictured) : List.of()))))
                .toList();
        String draft = id(post("/articles", staff, article("")));
        String unpublished = id(post("/articles", staff, article("")));
        String published = id(post("/articles", staff, article(upload(staff))));
        if (post("/articles/" + published + "/publish", colleague, Map.of("version", 1))
                .isEmpty()) {
            throw new IllegalStateException("The article is not published");
        }
        String direct = id(post("/photos/direct", citizen, wish()));
        Map<String, List<String>> ids = new HashMap<>(Map.of(
                "/api/v1/cases/", cases,
                "/api/v1/photos/", photos,
                "/api/v1/photos/direct/", List.of(direct),
                "/api/v1/articles/{id}", List.of(published, draft),
                "PUT /api/v1/articles/{id}", List.of(draft),
                "/api/v1/articles/{id}/publish", List.of(unpublished),
                "/wechat/callback/", List.of("mini", "service")));
        ids.putAll(new LaidAsk(web, citizen, neighbour, staff).lay(wish(List.of("990102001001")), report(List.of())));
        ids.put("{photo}", List.of(pictured));
        ids.put("/api/v1/staff/{id}", List.of(victim(administration, "leaves")));
        ids.put("/api/v1/staff/{id}/bind-code", List.of(victim(administration, "stays")));
        ids.put("/api/v1/staff/{id}/", List.of(victim(administration, "changes")));
        ids.put("PUT /api/v1/staff/{id}", List.of(victim(administration, "moves")));
        ids.put("/api/v1/units/", List.of("sanitation"));
        String head = lead();
        ids.put("/api/v1/working-group/reviewers/", List.of(head));
        ids.put("/api/v1/tasks/", cases);
        Map<String, JsonNode> bodies = bodies(photos, cases);
        new Papers(web, this::post, staff, head).lay(administration, ids, bodies);
        bodies.put(
                "POST /api/v1/cases/steps",
                JSON.valueToTree(
                        Map.of("items", List.of(Map.of("id", cases.get(CASES - 2), "version", 1, "step", "accept")))));
        bodies.put(
                "POST /api/v1/tasks/{id}/call",
                JSON.valueToTree(Map.of("reached", true, "solved", true, "satisfied", true, "words", "好")));
        String substitute = now(administration.addStaff(Bait.serving("stands-in", Bait.EVERY_WORK)))
                .toString();
        ids.put("/api/v1/absences/", List.of(id(post("/absences", staff, absence(substitute, 2031)))));
        bodies.put("POST /api/v1/absences", JSON.valueToTree(absence(substitute, 2030)));
        ids.put("DELETE /api/v1/desk/views/{id}", List.of(id(post("/desk/views", staff, deskView("不要的")))));
        ids.put("/api/v1/desk/views/", List.of(id(post("/desk/views", staff, deskView("常看的")))));
        bodies.put("POST /api/v1/desk/views", JSON.valueToTree(deskView("再一个")));
        bodies.put("PUT /api/v1/desk/views/{id}", JSON.valueToTree(deskView("改过的")));
        bodies.put(
                "POST /api/v1/working-group/members",
                JSON.valueToTree(Map.of("person", head, "head", false, "duty", "组长")));
        bodies.put(
                "PUT /api/v1/working-group/reviewers/{person}",
                JSON.valueToTree(Map.of("types", List.of("exposed-garbage"))));
        return new Bait(citizen, staff, administrators, ids, bodies);
    }

    private static Map<String, Object> absence(String substitute, int year) {
        return Map.of("substitute", substitute, "from", year + "-01-01T00:00:00Z", "until", year + "-01-09T00:00:00Z");
    }

    private static Map<String, Object> deskView(String name) {
        return Map.of("name", name, "filter", Map.of("stage", List.of("in-review")));
    }

    /** Makes who serves in every role the head of the working group: their person. */
    private String lead() {
        String person = now(web.get()
                        .uri("/api/v1/me")
                        .headers(headers -> headers.setBearerAuth(staff))
                        .retrieve()
                        .bodyToMono(JsonNode.class))
                .path("id")
                .asString();
        if (post("/working-group/members", staff, Map.of("person", person, "head", true, "duty", "组长"))
                .isEmpty()) {
            throw new IllegalStateException("The working group has no head");
        }
        return person;
    }

    private static String victim(StaffAdministration administration, String login) {
        return now(administration.addStaff(Bait.serving(login, Set.of(Role.VERIFIER))))
                .toString();
    }

    private Map<String, JsonNode> bodies(List<String> photos, List<String> cases) {
        Map<String, Object> step = Map.of(
                "step",
                "accept",
                "version",
                1,
                "note",
                "属实",
                "reason",
                "重复",
                "photos",
                List.of(photos.get(1)),
                "into",
                cases.get(CASES - 1),
                "unit",
                "sanitation",
                "type",
                "exposed-garbage",
                "stars",
                5,
                "solved",
                true);
        Map<String, Object> bodies = new HashMap<>();
        bodies.put("POST /api/v1/cases", report(List.of(photos.get(0))));
        bodies.put("POST /api/v1/cases/{id}/steps", step);
        bodies.put("POST /api/v1/cases/on-behalf", behalf());
        bodies.put("PUT /api/v1/cases/{id}/public-text", Map.of("description", "小区东门外有垃圾"));
        bodies.put("PUT /api/v1/cases/{id}/photos/{photo}/redactions", Map.of("regions", List.of(region())));
        bodies.put("POST /api/v1/articles", article(upload(staff)));
        bodies.put("PUT /api/v1/articles/{id}", article(""));
        bodies.put("POST /api/v1/articles/{id}/publish", Map.of("version", 1));
        bodies.put("POST /api/v1/articles/{id}/withdraw", Map.of("version", 2));
        bodies.put("POST /api/v1/subscriptions", subscription());
        bodies.put("POST /api/v1/me/consents", Map.of("version", 1));
        bodies.put("POST /api/v1/me/staff-link", Map.of("bindCode", "AAAA-BBBB-CCCC"));
        bodies.put("PUT /api/v1/me/phone", Map.of("code", "nobody-gave-this"));
        bodies.put("PATCH /api/v1/me", Map.of("name", "小满"));
        bodies.put("PUT /api/v1/me/preferences", preferences());
        bodies.put("POST /api/v1/staff", Map.of("login", "newcomer", "name", "新人", "area", "990102", "onDuty", true));
        bodies.put("PUT /api/v1/staff/{id}", Map.of("name", "改名", "area", "990102", "onDuty", false));
        bodies.put("PUT /api/v1/staff/{id}/roles", Map.of("roles", List.of("VERIFIER")));
        bodies.put("PUT /api/v1/units/{code}", Map.of("name", "环卫中心", "area", "990102", "kind", "DEPARTMENT"));
        bodies.put("POST /api/v1/inbox/read", Map.of("upTo", 1));
        bodies.put("POST /api/v1/photos/direct", wish());
        bodies.put("PUT /api/v1/volunteers/me", wish(List.of("990102001001")));
        bodies.put("PUT /api/v1/volunteers/me/pause", Map.of("until", "2027-01-01"));
        bodies.put("POST /api/v1/volunteers/me/quiz/answers", Map.of("answers", List.of(choice())));
        bodies.put("POST /api/v1/asks/{id}/answer", answer(photos));
        Map<String, JsonNode> trees = new HashMap<>();
        bodies.forEach((operation, body) -> trees.put(operation, JSON.valueToTree(body)));
        return trees;
    }

    private static Map<String, Object> report(List<String> photos) {
        return Map.of(
                "type",
                "exposed-garbage",
                "description",
                "小区东门外垃圾堆了两天",
                "place",
                Map.of("longitude", 120.13, "latitude", 30.27, "datum", "GCJ02", "accuracy", 20, "address", "东门"),
                "photos",
                photos,
                "anonymous",
                false);
    }

    private static Map<String, Object> behalf() {
        Map<String, Object> body = new HashMap<>(report(List.of()));
        body.put("caller", Map.of("phone", "13812345678", "name", "周奶奶", "agreed", true, "agreement", 1));
        return body;
    }

    private static Map<String, Object> region() {
        return Map.of("x", 0.1, "y", 0.1, "width", 0.3, "height", 0.2);
    }

    private static Map<String, Object> article(String cover) {
        Map<String, Object> article =
                new HashMap<>(Map.of("title", "人人都是网格员", "summary", "拍一张照片", "body", "<p>从今天起</p>", "version", 1));
        if (!cover.isEmpty()) {
            article.put("cover", cover);
        }
        return article;
    }

    private static Map<String, Object> subscription() {
        return Map.of(
                "asked",
                "hostile-question",
                "results",
                List.of(Map.of("template", "template-accepted", "status", "accept")));
    }

    private static Map<String, Object> preferences() {
        return Map.of("wechatMessages", true, "muted", List.of(), "quietFrom", "22:00", "quietTo", "07:00");
    }

    private static Map<String, Object> wish(List<String> areas) {
        return Map.of("areas", areas, "kinds", List.of("city-appearance"), "point", point());
    }

    private static Map<String, Object> choice() {
        return Map.of("question", "own", "choice", 1);
    }

    private static Map<String, Object> answer(List<String> photos) {
        return Map.of("answer", "YES", "note", "还在", "photos", List.of(photos.get(2)), "point", point());
    }

    private static Map<String, Object> point() {
        return Map.of("longitude", 120.13, "latitude", 30.27, "datum", "GCJ02");
    }

    private static Map<String, Object> wish() {
        return Map.of("size", 1_000, "contentType", "image/jpeg");
    }

    private JsonNode post(String path, String token, Object body) {
        return now(web.post()
                .uri("/api/v1" + path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(body)
                .retrieve()
                .bodyToMono(JsonNode.class));
    }

    private String upload(String token) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ClassPathResource("photos/landscape_8.jpg"));
        return id(now(web.post()
                .uri("/api/v1/photos")
                .headers(headers -> headers.setBearerAuth(token))
                .body(BodyInserters.fromMultipartData(form.build()))
                .retrieve()
                .bodyToMono(JsonNode.class)));
    }

    private static String id(JsonNode subject) {
        return subject.path("id").asString();
    }
}
