package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Citizens solve: what is on offer is claimed, sent with photos, refused, sent again and approved; and what was solved on the spot. */
final class ClaimJourneyTest {

    private static final String WORDS = "单元门口的墙上贴了好几张小广告";

    @TempDir
    static Path folder;

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity();

    private static Pictures pictures;

    @BeforeAll
    static void start() {
        pictures = new Pictures(folder);
    }

    @Test
    void aNeighbourClaimsSolvesIsRefusedClaimsAgainAndIsApproved() {
        try (Phone neighbour = CITY.phone("claiming", "u02");
                Phone reviewer = CITY.phone("appraising", "u08")) {
            String id = offered();
            find(neighbour, id);
            solve(neighbour, id);
            refuse(reviewer, id);
            solve(neighbour, id);
            approve(reviewer, id);
            neighbour.open("pages/solve/mine").reads("已解决").settle().shoot("mine");
            neighbour
                    .open("pages/case/detail?id=" + id)
                    .reads("热心市民解决")
                    .settle()
                    .shoot("solved");
            assertThat(neighbour.errors()).isEmpty();
            assertThat(reviewer.errors()).isEmpty();
        }
    }

    @Test
    void whoSolvedItOnTheSpotSaysSoWithPhotosOfBeforeAndAfter() {
        try (Phone citizen = CITY.phone("already", "u03");
                Phone reviewer = CITY.phone("already-appraising", "u07")) {
            String id = already(citizen);
            step(reviewer, id, "approve");
            citizen.open("pages/case/detail?id=" + id).reads("随手解决，感谢").settle().shoot("closed");
            assertThat(citizen.errors()).isEmpty();
        }
    }

    private static String offered() {
        try (Phone citizen = CITY.phone("offering", "u01");
                Phone reviewer = CITY.phone("offering-review", "u07");
                Phone verifier = CITY.phone("offering-verify", "u09")) {
            agreed(citizen)
                    .tap("group-city-appearance")
                    .tap("type-illegal-stickers")
                    .tap("place-phone");
            citizen.find("place").waitFor();
            citizen.write("description", WORDS).tap("submit").tap("subscribe-no");
            String id = seen(citizen);
            step(reviewer, id, "accept");
            step(verifier, id, "confirm");
            return id;
        }
    }

    private static void find(Phone neighbour, String id) {
        neighbour.open("pages/solve/index").find("case-" + id).waitFor();
        neighbour.settle().shoot("offered");
        neighbour.tap("offered-map").settle().shoot("offered-map");
        neighbour.tap("offered-list").tap("case-" + id).find("claim-open").waitFor();
        neighbour.settle().shoot("open");
    }

    private static void solve(Phone neighbour, String id) {
        neighbour.open("pages/case/detail?id=" + id).tap("do-claim").settle().shoot("claim");
        neighbour.tap("step-done").find("claim-mine").waitFor();
        neighbour.settle().shoot("claimed");
        neighbour.tap("do-solve").choosePhoto("before", pictures.next()).choosePhoto("after", pictures.next());
        neighbour.write("result-note", "小广告都撕下来了，墙面也擦过").settle().shoot("result");
        neighbour.tap("send-result").find("result-done").waitFor();
        neighbour.settle().shoot("sent");
        neighbour.tap("see-case").find("claim-waiting").waitFor();
    }

    private static void refuse(Phone reviewer, String id) {
        reviewer.open("pages/case/detail?id=" + id).find("check").waitFor();
        reviewer.find("compare").scrollIntoViewIfNeeded();
        reviewer.settle().shoot("compare");
        reviewer.tap("do-disapprove").write("step-reason", "背面还有两张没撕").shoot("disapprove");
        reviewer.tap("step-done").reads("已完成").reads("开放认领");
    }

    private static void approve(Phone reviewer, String id) {
        step(reviewer, id, "approve");
        reviewer.settle().shoot("approved");
    }

    private static String already(Phone citizen) {
        agreed(citizen).open("pages/solve/already").tap("group-city-appearance").tap("type-exposed-garbage");
        citizen.choosePhoto("before", pictures.next()).choosePhoto("after", pictures.next());
        citizen.write("description", "把散落的外卖盒捡起来，扔进了垃圾桶").tap("place-phone");
        citizen.find("place").waitFor();
        citizen.settle().shoot("form");
        citizen.tap("send-already").find("already-done").waitFor();
        citizen.settle().shoot("sent");
        return seen(citizen);
    }

    private static Phone agreed(Phone citizen) {
        citizen.open("pages/report/index").find("consent-agree").waitFor();
        return citizen.tap("consent-agree");
    }

    private static String seen(Phone citizen) {
        citizen.tap("see-case").find("timeline").waitFor();
        String address = citizen.address();
        return URLDecoder.decode(address.substring(address.indexOf("id=") + 3), StandardCharsets.UTF_8);
    }

    private static void step(Phone who, String id, String step) {
        who.open("pages/case/detail?id=" + id)
                .tap("do-" + step)
                .shoot(step)
                .tap("step-done")
                .reads("已完成");
    }
}
