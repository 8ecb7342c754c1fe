package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One problem met by two citizens, who join, search and urge; and the officials who press, extend and shelve. */
final class PressingJourneyTest {

    private static final String WORDS = "地铁口的共享单车堆成了山";

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity();

    @Test
    void whoMeetsTheSameJoinsItAndAllWhoHaveItArePressed() {
        try (Phone citizen = CITY.phone("urging", "u01");
                Phone neighbour = CITY.phone("joining", "u02");
                Phone reviewer = CITY.phone("reviewing", "u07")) {
            String id = report(citizen);
            step(reviewer, id, "accept");
            join(neighbour, id);
            search(neighbour, id);
            step(citizen, id, "urge");
            press(id);
            assertThat(citizen.errors()).isEmpty();
            assertThat(neighbour.errors()).isEmpty();
        }
    }

    private static String report(Phone citizen) {
        place(citizen);
        citizen.write("description", WORDS).tap("submit").tap("subscribe-no");
        citizen.find("case-number").waitFor();
        citizen.tap("see-case").find("timeline").waitFor();
        String address = citizen.address();
        return URLDecoder.decode(address.substring(address.indexOf("id=") + 3), StandardCharsets.UTF_8);
    }

    private static void place(Phone citizen) {
        citizen.open("pages/report/index").find("consent-agree").waitFor();
        citizen.tap("consent-agree")
                .tap("group-city-appearance")
                .tap("type-shared-bikes")
                .tap("place-phone");
        citizen.find("place").waitFor();
    }

    private static void join(Phone neighbour, String id) {
        place(neighbour);
        neighbour.find("join-" + id).waitFor();
        neighbour.find("similar").scrollIntoViewIfNeeded();
        neighbour.settle().shoot("similar").tap("join-" + id).reads("还有 1 位市民也遇到了");
        neighbour.settle().shoot("joined");
    }

    private static void search(Phone neighbour, String id) {
        neighbour.open("pages/search/index").write("search-words", "单车").tap("search");
        neighbour.find("case-" + id).waitFor();
        neighbour.settle().shoot("found");
    }

    private static void press(String id) {
        try (Phone supervisor = CITY.phone("supervising", "u21")) {
            supervisor.open("pages/case/detail?id=" + id).tap("do-supervise").write("step-reason", "请限时办结");
            supervisor.shoot("supervise").tap("step-done").reads("已完成");
            supervisor.reads("催办").reads("督办").settle().shoot("timeline");
            assertThat(supervisor.errors()).isEmpty();
        }
    }

    private static void step(Phone who, String id, String step) {
        who.open("pages/case/detail?id=" + id)
                .tap("do-" + step)
                .shoot(step)
                .tap("step-done")
                .reads("已完成");
    }
}
