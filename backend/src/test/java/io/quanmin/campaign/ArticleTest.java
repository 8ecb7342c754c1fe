package io.quanmin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.testing.RememberedNotices;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

/** An article from draft to published and back: its steps, its editors, and who is told. */
final class ArticleTest extends EditorsDesk {

    @Autowired
    private RememberedNotices notices;

    @Autowired
    private CampaignData data;

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

    /** Without a WeChat account behind it a picture cannot be checked by machine: it waits for a person. */
    private String uploadedAtTheDesk() {
        Actor desk =
                new Actor(editor.person(), editor.session(), editor.roles(), editor.staff(), null, editor.area(), null);
        return upload(sessions.open(desk));
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
}
