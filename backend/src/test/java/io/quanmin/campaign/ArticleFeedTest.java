package io.quanmin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The feed of published articles: read in pages, kept, and not sent twice. */
final class ArticleFeedTest extends EditorsDesk {

    @Autowired
    private DatabaseClient database;

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

    private ResponseSpec asked(String tag) {
        return client.get().uri("/articles").header("If-None-Match", tag).exchange();
    }
}
