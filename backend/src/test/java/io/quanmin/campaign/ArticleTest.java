package io.quanmin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import io.quanmin.testing.PretendCensor;
import io.quanmin.testing.PretendSessions;
import io.quanmin.testing.RememberedNotices;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

/** An article from draft to feed and back. */
@CityTest
@Import(Neighbours.class)
@TestPropertySource(properties = {"quanmin.embedded.database=campaign", "quanmin.campaign.feed-kept=1h"})
final class ArticleTest {

    @Autowired
    private PretendSessions sessions;

    @Autowired
    private RememberedNotices notices;

    @Autowired
    private CampaignData data;

    @Autowired
    private DatabaseClient database;

    @LocalServerPort
    private int port;

    private WebTestClient client = WebTestClient.bindToServer().build();
    private Actor editor = somebody(Role.PUBLICITY, Role.CITIZEN);
    private String token = "";

    @BeforeEach
    void anEditorComes() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        editor = somebody(Role.PUBLICITY, Role.CITIZEN);
        token = sessions.open(editor);
    }

    @Test
    void aPublishedArticleIsInTheFeedAndToldToEverybodyQuietly() {
        Map<String, Object> body = body("井盖行动", "<p>一周修好 46 个</p>");
        body.put("cover", uploadedAtTheDesk());
        JsonNode draft = json(post("/articles", body), 201);
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("screening").asString()).isEqualTo("PASSED");
        assertThat(feed()).doesNotContain(id(draft));
        expect(get("/articles/" + id(draft)), 404);

        JsonNode published = json(move(draft, "publish"), 200);

        assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(feed()).startsWith(id(draft));
        JsonNode read = json(get("/articles/" + id(draft)), 200);
        assertThat(read.path("body").asString()).isEqualTo("<p>一周修好 46 个</p>");
        assertThat(read.path("cover").path("picture").asString()).startsWith("http");
        assertThat(read.has("version")).isFalse();
        assertThat(notices.about(Id.parse(id(draft)))).singleElement().satisfies(ArticleTest::quietAndForAll);
    }

    private static void quietAndForAll(Notice notice) {
        assertThat(notice.template()).isEqualTo("article.published");
        assertThat(notice.audience()).isEqualTo(new Audience.Everyone());
        assertThat(notice.urgency()).isEqualTo(Notice.Urgency.QUIET);
        assertThat(notice.parameters()).containsEntry("title", "井盖行动");
    }

    @Test
    void aWithdrawnArticleIsGoneAtOnceAndMayBeRewritten() {
        JsonNode draft = json(post("/articles", body("旧闻", "<p>旧</p>")), 201);
        JsonNode published = json(move(draft, "publish"), 200);
        assertThat(feed()).contains(id(draft));

        JsonNode withdrawn = json(move(published, "withdraw"), 200);

        assertThat(feed()).doesNotContain(id(draft));
        expect(get("/articles/" + id(draft)), 404);
        Map<String, Object> again = body("新闻", "<p>新</p>");
        again.put("version", withdrawn.path("version").asLong());
        JsonNode rewritten = json(call(HttpMethod.PUT, "/articles/" + id(draft), again, null), 200);
        assertThat(rewritten.path("state").asString()).isEqualTo("DRAFT");
        assertThat(json(move(rewritten, "publish"), 200).path("title").asString())
                .isEqualTo("新闻");
    }

    @Test
    void whoHasTheFeedAlreadyIsNotSentItAgainUntilItChanges() {
        expect(move(json(post("/articles", body("一", "<p>一</p>")), 201), "publish"), 200);
        String tag = String.valueOf(get("/articles")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());

        asked(tag).expectStatus().isNotModified();
        expect(move(json(post("/articles", body("二", "<p>二</p>")), 201), "publish"), 200);
        asked(tag).expectStatus().isOk();
    }

    @Test
    void theFirstPageOfEachLengthIsKept() {
        expect(move(json(post("/articles", body("留存", "<p>一</p>")), 201), "publish"), 200);
        JsonNode seven = json(get("/articles?limit=7"), 200);
        expect(get("/articles?limit=8"), 200);
        assertThat(database.sql("update campaign.article set title = '改名' where title = '留存'")
                        .fetch()
                        .rowsUpdated()
                        .block())
                .isEqualTo(1);

        assertThat(json(get("/articles?limit=7"), 200)).isEqualTo(seven);
        assertThat(json(get("/articles?limit=9"), 200)).isNotEqualTo(seven);
    }

    @Test
    void theFeedIsReadInPages() {
        for (String title : List.of("甲", "乙", "丙")) {
            expect(move(json(post("/articles", body(title, "<p>文</p>")), 201), "publish"), 200);
        }
        JsonNode first = json(get("/articles?limit=2"), 200);
        JsonNode second =
                json(get("/articles?limit=2&after=" + first.path("next").asString()), 200);

        assertThat(first.path("items").findValuesAsString("title")).containsExactly("丙", "乙");
        assertThat(second.path("items").get(0).path("title").asString()).isEqualTo("甲");
    }

    @Test
    void whatCouldActIsTakenOutOfTheBody() {
        JsonNode draft = json(post("/articles", body("脚本", "<p onclick=x>好<script>alert(1)</script></p>")), 201);

        assertThat(draft.path("body").asString()).isEqualTo("<p>好</p>");
    }

    @Test
    void ofTwoEditorsOneWinsAndTheOtherIsShownWhatChanged() {
        JsonNode draft = json(post("/articles", body("初稿", "<p>一</p>")), 201);
        Map<String, Object> change = body("二稿", "<p>二</p>");
        change.put("version", 1);
        JsonNode changed = json(call(HttpMethod.PUT, "/articles/" + id(draft), change, null), 200);

        JsonNode refused = json(call(HttpMethod.PUT, "/articles/" + id(draft), change, null), 409);

        assertThat(refused.path("type").asString()).endsWith("/stale-article");
        assertThat(refused.path("current").path("version")).isEqualTo(changed.path("version"));
        expect(move(draft, "publish"), 409);
    }

    @Test
    void onlyDraftsArePublishedAndOnlyPublishedArticlesWithdrawnAndNoneRewrittenUnderItsReaders() {
        JsonNode draft = json(post("/articles", body("顺序", "<p>一</p>")), 201);
        expect(move(draft, "withdraw"), 422);
        JsonNode published = json(move(draft, "publish"), 200);
        expect(move(published, "publish"), 422);
        Map<String, Object> change = body("偷改", "<p>二</p>");
        change.put("version", published.path("version").asLong());

        assertThat(json(call(HttpMethod.PUT, "/articles/" + id(draft), change, null), 422)
                        .path("type")
                        .asString())
                .endsWith("/article-step-not-allowed");
    }

    @Test
    void aDoubleTapMakesOneDraftAndTheSameKeyForAnotherIsRefused() {
        String key = UUID.randomUUID().toString();
        JsonNode one = json(call(HttpMethod.POST, "/articles", body("一次", "<p>一</p>"), key), 201);
        JsonNode again = json(call(HttpMethod.POST, "/articles", body("一次", "<p>一</p>"), key), 201);

        assertThat(again.path("id")).isEqualTo(one.path("id"));
        expect(call(HttpMethod.POST, "/articles", body("两次", "<p>一</p>"), key), 422);
        expect(call(HttpMethod.POST, "/articles", body("没有编号", "<p>一</p>"), null), 400);
    }

    @Test
    void wordsThatAreNotFitAreRefusedAlsoWhenHiddenInMarkup() {
        String hidden = "<p>" + "长".repeat(5_000) + "违<b></b>规</p>";

        assertThat(json(post("/articles", body("标题", hidden)), 422).path("type").asString())
                .endsWith("/text-not-fit");
        assertThat(json(post("/articles", body("标题", "<p>" + PretendCensor.AWAY + "</p>")), 201)
                        .path("screening")
                        .asString())
                .isEqualTo("UNSCREENED");
    }

    @Test
    void wordsThatNoMachinePassedArePublishedBySomebodyElseThanTheirLastEditor() {
        String writer = token;
        JsonNode draft = json(post("/articles", body("标题", "<p>" + PretendCensor.DOUBTFUL + "</p>")), 201);
        assertThat(draft.path("screening").asString()).isEqualTo("DOUBTFUL");
        assertThat(json(move(draft, "publish"), 422).path("type").asString()).endsWith("/another-editor-needed");

        token = sessions.open(somebody(Role.PUBLICITY));
        Map<String, Object> change = body("标题", "<p>" + PretendCensor.AWAY + "</p>");
        change.put("version", 1);
        JsonNode changed = json(call(HttpMethod.PUT, "/articles/" + id(draft), change, null), 200);
        expect(move(changed, "publish"), 422);
        assertThat(feed()).doesNotContain(id(draft));

        token = writer;
        expect(move(changed, "publish"), 200);
        assertThat(feed()).contains(id(draft));
    }

    @Test
    void whoTurnsOutToBeTheLastEditorIsNotSomebodyElse() {
        JsonNode draft = json(post("/articles", body("标题", "<p>" + PretendCensor.DOUBTFUL + "</p>")), 201);
        Actor same = somebody(Role.PUBLICITY, Role.CITIZEN);
        assertThat(data.merge(editor.person(), same.person()).thenReturn(true).block())
                .isTrue();
        token = sessions.open(same);

        expect(move(draft, "publish"), 422);
    }

    @Test
    void aWithdrawalIsToldToEverybodyWithoutAWordOfTheArticle() {
        JsonNode published = json(move(json(post("/articles", body("收回", "<p>一</p>")), 201), "publish"), 200);

        expect(move(published, "withdraw"), 200);

        Notice told = notices.about(Id.parse(id(published))).getLast();
        assertThat(told.template()).isEqualTo("article.withdrawn");
        assertThat(told.audience()).isEqualTo(new Audience.Everyone());
        assertThat(told.parameters()).isEmpty();
        assertThat(told.link()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Map<String, Object> body = body("题".repeat(61), "<script>x</script>");
        body.remove("summary");
        body.put("cover", "x");

        assertThat(json(post("/articles", body), 400).path("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("title", "summary", "body", "cover");
    }

    @Test
    void onlyThePublicityTeamWrites() {
        token = sessions.open(somebody(Role.CITIZEN, Role.REVIEWER));

        expect(post("/articles", body("越权", "<p>一</p>")), 403);
        expect(get("/articles/drafts"), 403);
        expect(get("/articles/not-an-id"), 404);
    }

    @Test
    void theTeamSeesAllOfItsArticles() {
        JsonNode draft = json(post("/articles", body("草稿箱", "<p>一</p>")), 201);

        assertThat(json(get("/articles/drafts?limit=100"), 200).path("items").findValuesAsString("id"))
                .contains(id(draft));
    }

    @Test
    void anErasedAuthorsArticleStaysWithoutThem() {
        JsonNode draft = json(post("/articles", body("留下", "<p>一</p>")), 201);
        assertThat(String.valueOf(data.export(editor.person()).block())).contains("留下");

        assertThat(data.erase(editor.person()).thenReturn(true).block()).isTrue();

        assertThat(String.valueOf(data.export(editor.person()).block())).doesNotContain("留下");
        expect(move(draft, "publish"), 200);
    }

    private static Actor somebody(Role... roles) {
        Id person = new Id("990100", UUID.randomUUID());
        return new Actor(person, person, Set.of(roles), person, null, "990100", "o" + person.value());
    }

    private static Map<String, Object> body(String title, String text) {
        return new HashMap<>(Map.of("title", title, "summary", "摘要", "body", text));
    }

    /** Without a WeChat account behind it a picture cannot be checked by machine: it waits for a person. */
    private String uploadedAtTheDesk() {
        Actor desk =
                new Actor(editor.person(), editor.session(), editor.roles(), editor.staff(), null, editor.area(), null);
        return upload(sessions.open(desk));
    }

    private String upload() {
        return upload(token);
    }

    private String upload(String session) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ClassPathResource("photos/landscape_8.jpg"));
        return json(
                        client.post()
                                .uri("/photos")
                                .header("Authorization", "Bearer " + session)
                                .body(BodyInserters.fromMultipartData(form.build()))
                                .exchange(),
                        201)
                .path("id")
                .asString();
    }

    private List<String> feed() {
        return json(get("/articles?limit=20"), 200).path("items").findValuesAsString("id");
    }

    private ResponseSpec asked(String tag) {
        return client.get().uri("/articles").header("If-None-Match", tag).exchange();
    }

    private ResponseSpec move(JsonNode article, String step) {
        return post(
                "/articles/" + id(article) + "/" + step,
                Map.of("version", article.path("version").asLong()));
    }

    private ResponseSpec get(String path) {
        return call(HttpMethod.GET, path, null, null);
    }

    private ResponseSpec post(String path, Object body) {
        return call(HttpMethod.POST, path, body, UUID.randomUUID().toString());
    }

    private ResponseSpec call(HttpMethod method, String path, @Nullable Object body, @Nullable String key) {
        WebTestClient.RequestBodySpec request =
                client.method(method).uri(path).header("Authorization", "Bearer " + token);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return body == null ? request.exchange() : request.bodyValue(body).exchange();
    }

    private static void expect(ResponseSpec answer, int status) {
        assertThat(json(answer, status).isObject()).isTrue();
    }

    private static JsonNode json(ResponseSpec answer, int status) {
        return Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private static String id(JsonNode article) {
        return article.path("id").asString();
    }
}
