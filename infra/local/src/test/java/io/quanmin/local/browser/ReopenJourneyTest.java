package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A case is closed, not solved, reopened by its reporter and solved by another officer. */
final class ReopenJourneyTest {

    private static final Path PHOTOS = Path.of("../../backend/src/test/resources/photos");
    private static final String CITIZEN = "u03";
    private static final String REVIEWER = "u07";
    private static final String VERIFIER = "u09";
    private static final String DISPATCHER = "u11";
    private static final String OFFICER = "u13";
    private static final String ANOTHER_OFFICER = "u28";

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity();

    @Test
    void whatIsNotSolvedIsDoneAgainByAnotherHand() {
        try (Phone citizen = CITY.phone("reporter", CITIZEN);
                Phone reviewer = CITY.phone("reviewer", REVIEWER);
                Phone verifier = CITY.phone("verifier", VERIFIER);
                Phone officer = CITY.phone("officer", OFFICER);
                Phone another = CITY.phone("another", ANOTHER_OFFICER)) {
            String id = report(citizen);
            step(reviewer, id, "accept");
            step(verifier, id, "confirm");
            dispatchWhereItWaits(id);
            solve(officer, id);
            step(verifier, id, "pass");
            reopen(citizen, id);
            dispatchWhereItWaits(id);
            officer.open("pages/case/detail?id=" + id).find("timeline").waitFor();
            assertThat(officer.settle().sees("do-sign"))
                    .as("the same hand may sign again")
                    .isFalse();
            solve(another, id);
            step(verifier, id, "pass");
            citizen.open("pages/case/detail?id=" + id).reads("官方答复").settle().shoot("closed-again");
            assertThat(citizen.sees("do-reopen")).as("it is reopened once").isFalse();
            for (Phone each : new Phone[] {citizen, reviewer, verifier, officer, another}) {
                assertThat(each.errors()).isEmpty();
            }
        }
    }

    private static String report(Phone citizen) {
        citizen.open("pages/report/index").find("consent-agree").waitFor();
        citizen.tap("consent-agree")
                .tap("group-city-appearance")
                .tap("type-dirty-road")
                .tap("place-phone");
        citizen.find("place").waitFor();
        citizen.write("description", "路口全是泥浆，电动车一过就打滑").tap("submit").tap("subscribe-no");
        citizen.find("case-number").waitFor();
        citizen.tap("see-case").find("timeline").waitFor();
        String address = citizen.address();
        return URLDecoder.decode(address.substring(address.indexOf("id=") + 3), StandardCharsets.UTF_8);
    }

    /** What is certain goes to its unit by itself, what was reopened never does. */
    private static void dispatchWhereItWaits(String id) {
        try (Phone dispatcher = CITY.phone("dispatcher", DISPATCHER)) {
            dispatcher.open("pages/case/detail?id=" + id).find("timeline").waitFor();
            if (dispatcher.settle().sees("do-dispatch")) {
                dispatcher.shoot("to-dispatch").tap("do-dispatch").tap("unit-sanitation");
                dispatcher.tap("step-done").reads("已完成");
            }
        }
    }

    private static void solve(Phone officer, String id) {
        step(officer, id, "sign");
        officer.open("pages/case/detail?id=" + id).tap("do-finish");
        officer.choosePhoto(PHOTOS.resolve("portrait_6.jpg"))
                .find("step-answer")
                .waitFor();
        officer.settle().shoot("finish").tap("step-done").reads("已完成");
    }

    private static void reopen(Phone citizen, String id) {
        citizen.open("pages/case/detail?id=" + id)
                .tap("do-rate")
                .tap("solved-no")
                .tap("star-2");
        citizen.find("offer-reopen").waitFor();
        citizen.settle().shoot("not-solved").tap("step-done");
        citizen.find("do-reopen").waitFor();
        citizen.tap("do-reopen").write("step-reason", "泥浆还在，只扫了一半");
        citizen.shoot("reopen").tap("step-done").reads("申请返工").settle().shoot("reopened");
    }

    private static void step(Phone who, String id, String step) {
        who.open("pages/case/detail?id=" + id)
                .tap("do-" + step)
                .shoot(step)
                .tap("step-done")
                .reads("已完成");
    }
}
