package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hard problem, from its report to its end: a lead and two who help are called, talk, and each reports its share. */
final class WhistleJourneyTest {

    private static final String WORDS = "河道里漂满垃圾，岸边还有违建往里排水";

    private static final Path PHOTO =
            Path.of("../../backend/src/test/resources/photos/landscape_8.jpg").toAbsolutePath();

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity();

    @Test
    void aLeadAndTwoWhoHelpAreCalledTalkAndReportUntilTheCaseIsClosed() {
        String id = report();
        accept(id);
        step("verifier", "u09", id, "confirm");
        whistle(id);
        talkAndSign(id);
        reportTask("helper", "u12", id, "岸边违建排水管已拆除");
        reportTask("lead", "u16", id, "漂浮物打捞完毕，排口已封堵");
        reportTask("last", "u13", id, "垃圾已清运");
        step("inspector", "u10", id, "pass");
        try (Phone citizen = CITY.phone("citizen-after", "u01")) {
            citizen.open("pages/case/detail?id=" + id)
                    .reads("全部报到")
                    .reads("3/3 已报到")
                    .settle()
                    .shoot("closed");
            assertThat(citizen.errors()).isEmpty();
        }
    }

    private static String report() {
        try (Phone citizen = CITY.phone("whistle-citizen", "u01")) {
            citizen.open("pages/report/index").find("consent-agree").waitFor();
            citizen.tap("consent-agree")
                    .tap("group-city-appearance")
                    .tap("type-dirty-water")
                    .tap("place-phone");
            citizen.find("place").waitFor();
            citizen.write("description", WORDS).tap("submit").tap("subscribe-no");
            citizen.find("case-number").waitFor();
            citizen.tap("see-case").find("timeline").waitFor();
            String address = citizen.address();
            return URLDecoder.decode(address.substring(address.indexOf("id=") + 3), StandardCharsets.UTF_8);
        }
    }

    private static void accept(String id) {
        try (Phone reviewer = CITY.phone("whistle-reviewer", "u07")) {
            reviewer.open("pages/case/detail?id=" + id).tap("do-accept").reads("系统建议：疑难 · 吹哨报到");
            reviewer.settle().shoot("grade").tap("step-done").reads("已完成");
            assertThat(reviewer.errors()).isEmpty();
        }
    }

    private static void whistle(String id) {
        try (Phone dispatcher = CITY.phone("whistle-dispatcher", "u11")) {
            dispatcher
                    .open("pages/case/detail?id=" + id)
                    .tap("do-whistle")
                    .find("call-water")
                    .waitFor();
            dispatcher.settle().shoot("proposed");
            dispatcher.tapEach(
                    "[data-testid^='drop-'][data-testid$='-community'], [data-testid^='drop-'][data-testid$='-street']");
            dispatcher.tap("less-sanitation").settle().shoot("composed");
            dispatcher.tap("step-done").reads("已完成");
            dispatcher.find("whistle-board").waitFor();
            dispatcher.settle().shoot("board");
            assertThat(dispatcher.errors()).isEmpty();
        }
    }

    private static void talkAndSign(String id) {
        try (Phone lead = CITY.phone("whistle-lead", "u16");
                Phone helper = CITY.phone("whistle-helper", "u12")) {
            helper.open("pages/case/detail?id=" + id).find("thread").waitFor();
            lead.open("pages/case/detail?id=" + id)
                    .tap("do-sign-task")
                    .tap("step-done")
                    .reads("已完成");
            lead.write("thread-words", "下午三点在桥头碰头，请带好救生衣").tap("thread-send");
            helper.reads("下午三点在桥头碰头");
            helper.settle().shoot("thread");
            helper.tap("do-sign-task").tap("step-done").reads("已完成");
            assertThat(lead.errors()).isEmpty();
            assertThat(helper.errors()).isEmpty();
        }
        step("whistle-last", "u13", id, "sign-task");
    }

    private static void reportTask(String name, String user, String id, String words) {
        try (Phone officer = CITY.phone("whistle-" + name, user)) {
            officer.open("pages/work/index").settle().shoot("work");
            officer.open("pages/case/detail?id=" + id).tap("do-report-task").write("step-note", words);
            officer.choosePhoto(PHOTO).settle().shoot("report").tap("step-done").reads("已完成");
            officer.settle().shoot("reported");
            assertThat(officer.errors()).isEmpty();
        }
    }

    private static void step(String name, String user, String id, String step) {
        try (Phone who = CITY.phone(name, user)) {
            who.open("pages/case/detail?id=" + id)
                    .tap("do-" + step)
                    .tap("step-done")
                    .reads("已完成");
            assertThat(who.errors()).isEmpty();
        }
    }
}
