package io.quanmin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Role;
import io.quanmin.testing.PretendCensor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What an article may say: checked, cleaned, and where no machine passed it read by somebody else. */
final class ArticleScreeningTest extends EditorsDesk {

    @Autowired
    private CampaignData data;

    @Test
    void whatCouldActIsTakenOutOfTheBody() {
        JsonNode draft = json(post("/articles", body("脚本", "<p onclick=x>好<script>alert(1)</script></p>")), 201);

        assertThat(draft.path("body").asString()).isEqualTo("<p>好</p>");
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
    void everythingThatIsWrongIsNamedAtOnce() {
        Map<String, Object> body = body("题".repeat(61), "<script>x</script>");
        body.remove("summary");
        body.put("cover", "x");

        assertThat(json(post("/articles", body), 400).path("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("title", "summary", "body", "cover");
    }
}
