package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A citizen becomes a grid worker, is asked about a neighbour's report, and a verifier sees what they say. */
final class VolunteerJourneyTest {

    private static final String WORDS = "花坛边堆了三袋垃圾";
    private static final int LESSONS = 5;

    /** As the rulebook has them. */
    private static final Map<String, Integer> RIGHT =
            Map.of("own", 1, "danger", 2, "cannot-find", 2, "photo", 0, "repair", 1, "busy", 1, "argue", 2, "place", 1);

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity();

    @Test
    void whoEnrolsAndPassesTheQuizIsAskedAndTheirAnswerIsSeen() {
        try (Phone volunteer = CITY.phone("volunteering", "u04");
                Phone citizen = CITY.phone("neighbour", "u01");
                Phone reviewer = CITY.phone("accepting", "u07");
                Phone verifier = CITY.phone("verifying", "u09")) {
            enrol(volunteer);
            learn(volunteer);
            pass(volunteer);
            String id = report(citizen);
            reviewer.open("pages/case/detail?id=" + id)
                    .tap("do-accept")
                    .tap("step-done")
                    .reads("已完成");
            answer(volunteer);
            verifier.open("pages/case/detail?id=" + id).reads("1 位居民确认属实").reads("赵一鸣");
            verifier.find("case-asks").scrollIntoViewIfNeeded();
            verifier.settle().shoot("answers");
            citizen.open("pages/case/detail?id=" + id).reads("1 位居民确认属实");
            assertThat(citizen.words()).doesNotContain("赵一鸣");
            assertThat(volunteer.errors()).isEmpty();
            assertThat(verifier.errors()).isEmpty();
            pauseAndLeave(volunteer);
        }
    }

    private static void enrol(Phone volunteer) {
        volunteer.open("pages/me/index").tap("me-volunteer").reads("人人都是网格员");
        volunteer.settle().shoot("welcome").tap("vol-join");
        for (String street : new String[] {"990102001", "990102002", "990102003"}) {
            volunteer.tap("area-" + street);
        }
        volunteer.settle().shoot("areas").tap("join-done").find("lesson").waitFor();
    }

    private static void learn(Phone volunteer) {
        for (int nth = 0; nth < LESSONS; nth++) {
            volunteer.settle().shoot("lesson").tap("lesson-next");
        }
        volunteer.find("quiz-done").waitFor();
    }

    private static void pass(Phone volunteer) {
        volunteer.reads("交卷前都能改");
        RIGHT.forEach((question, choice) -> {
            if (volunteer.sees("question-" + question)) {
                volunteer.tap("choice-%s-%d".formatted(question, choice));
            }
        });
        volunteer.settle().shoot("quiz").tap("quiz-done").reads("通过啦，欢迎您！");
        volunteer
                .settle()
                .shoot("passed")
                .tap("quiz-finish")
                .find("card-number")
                .waitFor();
        volunteer.settle().shoot("card").tap("card-check").reads("证件有效");
        volunteer.settle().shoot("checked");
    }

    private static String report(Phone citizen) {
        citizen.open("pages/report/index").find("consent-agree").waitFor();
        citizen.tap("consent-agree")
                .tap("group-city-appearance")
                .tap("type-exposed-garbage")
                .tap("place-phone");
        citizen.find("place").waitFor();
        citizen.write("description", WORDS).tap("submit").tap("subscribe-no");
        citizen.find("case-number").waitFor();
        citizen.tap("see-case").find("timeline").waitFor();
        String address = citizen.address();
        return URLDecoder.decode(address.substring(address.indexOf("id=") + 3), StandardCharsets.UTF_8);
    }

    private static void answer(Phone volunteer) {
        for (int nth = 0; nth < 40 && !volunteer.sees("asks"); nth++) {
            LockSupport.parkNanos(500_000_000);
            volunteer
                    .open("pages/home/index")
                    .settle()
                    .open("pages/volunteer/asks")
                    .settle();
        }
        volunteer.shoot("asks").find("asks").getByText("暴露垃圾").first().click();
        volunteer.reads(WORDS);
        volunteer.settle().shoot("ask").tap("answer-YES").tap("ask-here");
        volunteer.write("ask-note", "三袋，还在花坛边").settle().shoot("answering");
        volunteer.tap("ask-send").reads("您的回答");
        volunteer.settle().shoot("answered");
    }

    private static void pauseAndLeave(Phone volunteer) {
        volunteer
                .open("pages/volunteer/index")
                .tap("vol-pause")
                .tap("pause-done")
                .reads("暂停中");
        volunteer.settle().shoot("paused").tap("vol-resume").reads("服务中");
        volunteer.tap("vol-leave").settle().shoot("leave").tap("leave-done").reads("我要加入");
    }
}
