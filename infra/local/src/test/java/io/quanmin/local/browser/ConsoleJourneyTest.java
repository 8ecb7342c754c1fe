package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Those who work at desks do their day in the console: each as themselves, in a browser, against a running city. Every page met on
 * the way keeps to the width of a narrow desk and to WCAG 2.2 AA; pictures of all are left under target/screenshots.
 */
final class ConsoleJourneyTest {

    private static final int FORBIDDEN = 403;
    /** Enough that every queue has something in it. */
    private static final int CASES = 60;

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity(CASES);

    @TempDir
    private Path folder;

    @Test
    void aReviewerWorksThroughTheQueueByKeysAlone() {
        try (Desk reviewer = CITY.desk("reviewer", "shenqing")) {
            reviewer.open("cases?queue=review").settle().shoot("queue");
            int before = rows(reviewer).count();

            reviewer.press("j").find("description").waitFor();
            reviewer.shoot("case").press("a").find("step-form").waitFor();
            reviewer.shoot("accept").tap("step-done").reads("已办理");
            PlaywrightAssertions.assertThat(rows(reviewer)).hasCount(before - 1);

            reviewer.find("description").waitFor();
            reviewer.press("r").find("step-form").waitFor();
            reviewer.write("step-reason", "与城市管理无关").press("Tab").press("Enter").reads("已办理");
            assertThat(reviewer.errors()).isEmpty();
            assertThat(reviewer.strangers()).isEmpty();
        }
    }

    @Test
    void oneCaseIsMergedIntoItsTwinAndManyAreAcceptedAtOnce() {
        try (Desk reviewer = CITY.desk("merging", "luomin")) {
            reviewer.open("cases?queue=review")
                    .settle()
                    .press("j")
                    .find("description")
                    .waitFor();
            reviewer.press("m").find("step-form").waitFor();
            reviewer.all("input[name=into]").first().check();
            reviewer.shoot("merge").tap("step-done").reads("已办理：并案");

            reviewer.open("cases?queue=review").settle();
            reviewer.all("tbody input[type=checkbox]").nth(0).check();
            reviewer.all("tbody input[type=checkbox]").nth(1).check();
            reviewer.shoot("many").tap("bulk-accept");
            reviewer.shoot("sure").all("dialog footer .main").click();
            reviewer.reads("已办理 2 件");
        }
    }

    @Test
    void whatSomebodyElseDoesIsSeenAtOnceAndSaidWithTheirName() {
        try (Desk mine = CITY.desk("mine", "luomin");
                Desk theirs = CITY.desk("theirs", "fangzheng")) {
            mine.open("cases?queue=review")
                    .settle()
                    .press("j")
                    .find("description")
                    .waitFor();
            String address = mine.page().url();
            String id = address.replaceFirst(".*/cases/([^?]*).*", "$1");
            mine.press("a").find("step-form").waitFor();

            theirs.open("cases/" + id).find("description").waitFor();
            theirs.tap("do-supervise")
                    .write("step-reason", "请今天办结")
                    .tap("step-done")
                    .reads("已办理");

            mine.reads("方正");
            mine.shoot("changed");
        }
    }

    @Test
    void whoActsOnWhatIsNoLongerSoIsToldWhoChangedIt() {
        try (Desk mine = CITY.desk("unaware", "shenqing");
                Desk theirs = CITY.desk("faster", "luomin")) {
            // As one whose network drops what is not asked for twice: neither news nor their hold get through.
            mine.page().route("**/desk/changes", Route::abort);
            mine.page().route("**/hold", Route::abort);
            mine.open("cases?queue=review")
                    .settle()
                    .press("k")
                    .find("description")
                    .waitFor();
            mine.press("a").find("step-form").waitFor();
            String id = mine.page().url().replaceFirst(".*/cases/([^?]*).*", "$1");
            theirs.open("cases/" + id).find("description").waitFor();
            theirs.tap("do-send-back")
                    .write("step-reason", "请补一张近照")
                    .tap("step-done")
                    .reads("已办理");

            mine.tap("step-done").reads("罗敏刚刚办理了");
            PlaywrightAssertions.assertThat(mine.find("stage")).containsText("补充");
            mine.shoot("stale");
        }
    }

    @Test
    void aCaseGoesFromDeskToDeskUntilItIsClosed() {
        String id;
        try (Desk dispatcher = CITY.desk("dispatcher", "caoning")) {
            dispatcher
                    .open("cases?queue=dispatch")
                    .settle()
                    .press("j")
                    .find("description")
                    .waitFor();
            id = dispatcher.page().url().replaceFirst(".*/cases/([^?]*).*", "$1");
            dispatcher.tap("do-dispatch").tap("unit-sanitation");
            dispatcher.shoot("dispatch").tap("step-done").reads("已办理");
        }
        try (Desk officer = CITY.desk("officer", "guming")) {
            officer.open("cases/" + id).find("description").waitFor();
            officer.tap("do-sign").tap("step-done").reads("已办理");
            officer.tap("do-finish").file("step-photos", new Pictures(folder).next());
            PlaywrightAssertions.assertThat(officer.find("step-done")).isEnabled();
            officer.shoot("finish").tap("step-done").reads("已办理");
        }
        try (Desk verifier = CITY.desk("verifier", "hanfeng", true)) {
            verifier.open("cases/" + id).find("compare").waitFor();
            verifier.tap("photo").find("large").waitFor();
            verifier.tap("zoom-in").shoot("closely").press("Escape");
            verifier.tap("do-pass").tap("step-done").reads("已办理");
            PlaywrightAssertions.assertThat(verifier.find("stage")).containsText("结案");
            verifier.shoot("closed").print("case");
            assertThat(verifier.errors()).isEmpty();
        }
    }

    @Test
    void aFilterIsKeptUnderAName() {
        try (Desk supervisor = CITY.desk("supervisor", "fangzheng")) {
            supervisor.open("cases?danger=yes&state=open").settle().tap("keep-view");
            supervisor.all("dialog input, dialog textarea").first().fill("险情");
            supervisor.all("dialog footer .main").click();
            supervisor.find("view").waitFor();
            supervisor.open("cases").settle().tap("view");
            supervisor.page().waitForURL(url -> url.contains("danger=yes"));
            supervisor.shoot("views");
        }
    }

    @Test
    void noScriptRunsButThePagesOwnAndNoChangeIsMadeWithoutItsToken() {
        try (Desk desk = CITY.desk("safe", "shenqing")) {
            APIResponse page = desk.page().request().get(CITY.address() + "/console/cases");
            assertThat(page.headers().get("content-security-policy"))
                    .contains("script-src 'self';", "default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src 'self' 'unsafe", "unsafe-eval");
            APIResponse forged = desk.page()
                    .request()
                    .put(
                            CITY.address() + "/api/v1/desk/views/none",
                            RequestOptions.create().setData("{}"));
            assertThat(forged.status()).isEqualTo(FORBIDDEN);
            assertThat(desk.page().evaluate("document.cookie")).isEqualTo("");
        }
    }

    @Test
    void whoIsNobodyIsAskedToLogInAndComesWhereTheyWanted() {
        try (Desk stranger = CITY.strangersDesk("stranger", true)) {
            stranger.open("cases?queue=verify").find("login").waitFor();
            stranger.shoot("login").write("login", "hanfeng").write("password", "falsch");
            stranger.tap("enter").all("[role=alert]").first().waitFor();
            stranger.shoot("wrong").write("password", "Yunxi-2026-demo").tap("enter");
            stranger.page().waitForURL(url -> url.endsWith("queue=verify"));
            stranger.settle().shoot("dark");
        }
    }

    private static Locator rows(Desk desk) {
        return desk.all("tbody tr[data-row]");
    }
}
