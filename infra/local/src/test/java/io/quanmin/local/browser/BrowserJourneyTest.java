package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.WeChatSandbox;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The main job by hand: each person with a phone of their own, on the pages under /m/, with real photos. Needs Chromium and the
 * built pages; where either is missing the tests are reported as skipped, with the reason.
 */
final class BrowserJourneyTest {

    private static final Path PHOTOS =
            Path.of("../../backend/src/test/resources/photos").toAbsolutePath();

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity();

    @Test
    void aReportGoesFromACitizensPhotoToTheirRatingAndEverybodyIsTold() {
        try (Phone citizen = CITY.phone("citizen", "u01");
                Phone reviewer = CITY.phone("reviewer", "u07");
                Phone verifier = CITY.phone("verifier", "u09");
                Phone inspector = CITY.phone("inspector", "u10")) {
            String id = report(citizen);
            step(reviewer, "review", id, "accept");
            citizen.reads("受理").shoot("accepted-live");
            step(verifier, "verify", id, "confirm");
            handle(id);
            step(inspector, "inspect", id, "pass");
            rate(citizen);
            assertThat(received("u01"))
                    .as("subscribe messages on the citizen's WeChat")
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(citizen.errors()).isEmpty();
        }
    }

    private static String report(Phone citizen) {
        citizen.shoot("home").tap("report");
        citizen.find("consent-agree").waitFor();
        citizen.shoot("consent").tap("consent-agree");
        citizen.choosePhoto(PHOTOS.resolve("landscape_8.jpg"))
                .tap("group-city-appearance")
                .tap("type-exposed-garbage")
                .write("description", "公交站旁边的垃圾堆了三天，路过都要捂鼻子。")
                .tap("place-words");
        citizen.find("words-sheet").waitFor();
        citizen.tap("street-990102001")
                .tap("community-990102001001")
                .write("address", "文汇路公交站东侧")
                .shoot("where")
                .tap("words-done")
                .shoot("report")
                .tap("submit")
                .tap("subscribe-yes");
        citizen.find("case-number").waitFor();
        citizen.shoot("reported").tap("see-case");
        citizen.find("timeline").waitFor();
        citizen.shoot("case");
        String address = citizen.address();
        return URLDecoder.decode(address.substring(address.indexOf("id=") + 3), StandardCharsets.UTF_8);
    }

    private static void step(Phone staff, String queue, String id, String step) {
        staff.open("pages/work/index")
                .tap("queue-" + queue)
                .shoot("queue-" + queue)
                .tap("case-" + id);
        staff.tap("do-" + step).shoot(step).tap("step-done");
        staff.reads("已完成");
    }

    /** The unit is certain for this type, so it came to the sanitation centre by itself, and its officer was told by WeChat. */
    private static void handle(String id) {
        try (Phone officer = CITY.phone("officer", "u13")) {
            assertThat(received("u13"))
                    .as("template messages on the officer's WeChat")
                    .isNotEmpty();
            step(officer, "sign", id, "sign");
            officer.open("pages/work/index")
                    .tap("queue-handle")
                    .tap("case-" + id)
                    .tap("do-finish");
            officer.choosePhoto(PHOTOS.resolve("portrait_6.jpg")).write("step-note", "已清运，并加设了垃圾桶。");
            officer.shoot("finish").tap("step-done").reads("已完成");
        }
    }

    private static void rate(Phone citizen) {
        citizen.find("do-rate").waitFor();
        citizen.shoot("closed-live")
                .tap("do-rate")
                .tap("solved-yes")
                .tap("star-5")
                .shoot("rate")
                .tap("step-done");
        citizen.find("rating").waitFor();
        citizen.shoot("rated").open("pages/messages/index").find("inbox").waitFor();
        citizen.shoot("messages");
    }

    @Test
    void anArticleOfThePublicityTeamIsReadOnACitizensPhone() {
        try (Phone editor = CITY.phone("editor", "u20");
                Phone citizen = CITY.phone("reader", "u02")) {
            editor.open("pages/publicity/index").tap("write").choosePhoto(PHOTOS.resolve("DSCN0010.jpg"));
            editor.write("article-title", "周末一起来清河岸")
                    .write("article-body", "本周六上午九点，青石桥边集合。\n\n手套和袋子我们准备好了。")
                    .shoot("article")
                    .tap("article-publish")
                    .reads("已发布");
            citizen.open("pages/home/index").reads("周末一起来清河岸").shoot("feed");
            citizen.find("feed").getByText("周末一起来清河岸").first().click();
            citizen.reads("青石桥边集合").shoot("article");
            assertThat(citizen.errors()).isEmpty();
        }
    }

    private static List<?> received(String user) {
        return CITY.part(WeChatSandbox.class).outbox().of(user);
    }
}
