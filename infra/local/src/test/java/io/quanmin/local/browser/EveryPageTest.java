package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every page there is, as somebody whom it is for sees it, in plain and in large type. Pictures of all of them are left under
 * target/screenshots to be looked at.
 */
final class EveryPageTest {

    private static final Path PAGES = Path.of("../../miniprogram-stub/src/pages.json");
    private static final JsonMapper JSON = new JsonMapper();

    private static final String CITIZEN = "u01";
    private static final String REVIEWER = "u07";
    private static final String EDITOR = "u20";
    private static final String CLERK = "u30";
    private static final String VOLUNTEER = "u03";
    private static final String ADMINISTRATOR = "u22";
    private static final String MEMBER = "u33";

    private static final Map<String, Phone> PHONES = new HashMap<>();

    @RegisterExtension
    static final BrowserCity CITY = new BrowserCity();

    private static List<Visit> visits;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        visits = Stream.concat(
                        visits(idOfFirst("/cases/public"), idOfFirst("/articles"), idToCall(), papers()).stream(),
                        volunteering())
                .toList();
    }

    private static List<Visit> visits(String someCase, String article, String toCall, Papers rules) {
        return List.of(
                new Visit("pages/home/index", "", CITIZEN, "身边的事"),
                new Visit("pages/cases/index", "", CITIZEN, "就这些了"),
                new Visit("pages/messages/index", "", CITIZEN, "上报成功"),
                new Visit("pages/me/index", "", CITIZEN, "大字模式"),
                new Visit("pages/report/index", "", CITIZEN, "暴露垃圾"),
                new Visit("pages/report/done", "?id=%s&number=990102".formatted(someCase), CITIZEN, "谢谢您，已经收到"),
                new Visit("pages/case/detail", "?id=" + someCase, CITIZEN, "办理进展"),
                new Visit("pages/search/index", "", CITIZEN, "可以搜问题描述"),
                new Visit("pages/article/detail", "?id=" + article, CITIZEN, "城市宣传组"),
                new Visit("pages/open/index", "", CITIZEN, "办理中"),
                new Visit("pages/work/index", "", REVIEWER, "待审核"),
                new Visit("pages/work/behalf", "", CLERK, "请念给来电人听"),
                new Visit("pages/work/redact", "?id=" + someCase, REVIEWER, "遮盖"),
                new Visit("pages/work/models", "", REVIEWER, "正在使用"),
                new Visit("pages/work/call", "?id=" + toCall, REVIEWER, "接通了吗"),
                new Visit("pages/work/absence", "", REVIEWER, "谁替班"),
                new Visit("pages/solve/index", "", CITIZEN, "附近可认领"),
                new Visit("pages/solve/mine", "", CITIZEN, "我已顺手解决"),
                new Visit("pages/solve/result", "?id=" + someCase, CITIZEN, "现在不在您手上"),
                new Visit("pages/solve/already", "", CITIZEN, "暴露垃圾"),
                new Visit("pages/publicity/index", "", EDITOR, "已发布"),
                new Visit("pages/publicity/edit", "", EDITOR, "封面"),
                new Visit("pages/rules/index", "", MEMBER, "现行规则"),
                new Visit("pages/rules/draft", "?id=" + rules.draft(), MEMBER, "冬季清运时限调整"),
                new Visit("pages/rules/proposal", "?id=" + rules.proposal(), MEMBER, "还需"),
                new Visit("pages/rules/group", "", MEMBER, "城市治理工作专班"),
                new Visit("pages/rules/meeting", "?id=" + rules.meeting(), MEMBER, "签署"),
                new Visit("pages/rules/staff", "", ADMINISTRATOR, "新增人员"),
                new Visit("pages/account/profile", "", CITIZEN, "怎么称呼您"),
                new Visit("pages/account/notices", "", CITIZEN, "还能收"),
                new Visit("pages/account/privacy", "", CITIZEN, "我们收集哪些信息"),
                new Visit("pages/account/data", "", CITIZEN, "登录记录"),
                new Visit("pages/account/staff", "", REVIEWER, "服务号提醒"));
    }

    private static Stream<Visit> volunteering() throws IOException, InterruptedException {
        String ask =
                volunteersOwn("/asks/mine").path("items").path(0).path("id").asString();
        String card = volunteersOwn("/volunteers/me").path("number").asString();
        return Stream.of(
                new Visit("pages/volunteer/index", "", VOLUNTEER, "次核实"),
                new Visit("pages/volunteer/join", "", VOLUNTEER, "我关心哪些问题"),
                new Visit("pages/volunteer/learn", "", VOLUNTEER, "第 1 节"),
                new Visit("pages/volunteer/quiz", "", VOLUNTEER, "交卷前都能改"),
                new Visit("pages/volunteer/card", "", VOLUNTEER, "服务中"),
                new Visit("pages/volunteer/asks", "", VOLUNTEER, "可以回答"),
                new Visit("pages/volunteer/ask", "?id=" + ask, VOLUNTEER, "您看到的是"),
                new Visit("pages/volunteer/check", "?number=" + card, CITIZEN, "证件有效"));
    }

    /** What the demo city's volunteer alone may read. */
    private static JsonNode volunteersOwn(String path) throws IOException, InterruptedException {
        return sent(path, token(VOLUNTEER), "");
    }

    private static String token(String user) throws IOException, InterruptedException {
        String code = sent("/demo/users/" + user + "/login-code", "", "{}")
                .path("code")
                .asString();
        return sent("/sessions", "", "{\"code\":\"%s\"}".formatted(code))
                .path("token")
                .asString();
    }

    /** A case whose reporter is to be called back: drawn within a minute of the start. */
    private static String idToCall() throws IOException, InterruptedException {
        String token = token(REVIEWER);
        for (int second = 0; second < 120; second++) {
            JsonNode items = sent("/tasks?queue=callback", token, "").path("items");
            if (!items.isEmpty()) {
                return items.path(0).path("id").asString();
            }
            Thread.sleep(1_000);
        }
        throw new IllegalStateException("Nobody is to be called back");
    }

    private static JsonNode sent(String path, String token, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(CITY.address() + "/api/v1" + path))
                    .header("Content-Type", "application/json");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            HttpRequest asked = body.isEmpty()
                    ? request.build()
                    : request.POST(BodyPublishers.ofString(body)).build();
            return JSON.readTree(client.send(asked, BodyHandlers.ofString()).body());
        }
    }

    private static String idOfFirst(String list) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(CITY.address() + "/api/v1" + list);
            var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("items").path(0).path("id").asString();
        }
    }

    /** What the demo city's working group has written. */
    private static Papers papers() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String code = send(client, "POST", "/demo/users/" + MEMBER + "/login-code", "", "")
                    .path("code")
                    .asString();
            String token = send(client, "POST", "/sessions", "", "{\"code\":\"%s\"}".formatted(code))
                    .path("token")
                    .asString();
            JsonNode proposal = send(client, "GET", "/rulebook/proposals", token, "")
                    .path("items")
                    .path(0);
            return new Papers(
                    proposal.path("draft").asString(),
                    proposal.path("id").asString(),
                    proposal.path("meeting").asString());
        }
    }

    private static JsonNode send(HttpClient client, String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(CITY.address() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        HttpRequest sent = token.isEmpty()
                ? request.build()
                : request.header("Authorization", "Bearer " + token).build();
        return JSON.readTree(client.send(sent, BodyHandlers.ofString()).body());
    }

    /** Ids of a draft, its proposal and the meeting it stands on. */
    private record Papers(String draft, String proposal, String meeting) {}

    @Test
    void noPageIsLeftOut() throws IOException {
        JsonNode all = JSON.readTree(Files.readString(PAGES));
        Stream<String> main =
                all.path("pages").valueStream().map(page -> page.path("path").asString());
        Stream<String> others = all.path("subPackages").valueStream().flatMap(EveryPageTest::pagesOf);
        assertThat(visits)
                .extracting(Visit::page)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(main, others).toList());
    }

    private static Stream<String> pagesOf(JsonNode part) {
        String root = part.path("root").asString();
        return part.path("pages")
                .valueStream()
                .map(page -> root + "/" + page.path("path").asString());
    }

    @TestFactory
    Stream<DynamicTest> everyPageSaysWhatItIsForAndAsksNobodyElse() {
        return visits.stream().map(visit -> DynamicTest.dynamicTest(visit.page(), () -> look(visit, "plain")));
    }

    @TestFactory
    Stream<DynamicTest> everyPageFitsTheScreenInLargeType() {
        return visits.stream().map(visit -> DynamicTest.dynamicTest(visit.page(), () -> look(visit, "large")));
    }

    private static void look(Visit visit, String type) {
        Phone phone = PHONES.computeIfAbsent(type + visit.user(), key -> phone(type, visit.user()));
        phone.open(visit.page() + visit.query());
        try {
            phone.reads(visit.sign());
        } finally {
            phone.settle().shoot(visit.page().replaceFirst("^pages/", "").replace('/', '-'));
        }
        assertThat(phone.words())
                .hasSizeGreaterThan(20)
                .doesNotContain("undefined", "NaN", "[object", "Invalid Date", "null");
        assertThat(phone.fits()).as("nothing is wider than the screen").isTrue();
        assertThat(phone.errors()).isEmpty();
        assertThat(phone.strangers()).as("requests that leave this machine").isEmpty();
    }

    /** A phone whose owner has agreed to the terms. */
    private static Phone phone(String type, String user) {
        Phone phone = CITY.phone("%s-%s".formatted(type, user), user);
        if (type.equals("large")) {
            phone.open("pages/me/index").tap("large");
        }
        phone.open("pages/report/index").reads("暴露垃圾").settle();
        if (phone.sees("consent-agree")) {
            phone.tap("consent-agree");
        }
        return phone;
    }

    @Test
    void aDangerousKindShowsWhomToCallAboveTheForm() {
        try (Phone phone = phone("danger", "u02")) {
            phone.tap("group-emergencies")
                    .tap("type-road-collapse")
                    .find("call-110")
                    .waitFor();
            phone.settle().shoot("numbers");
            assertThat(List.of("call-110", "call-119", "call-120"))
                    .allSatisfy(call -> assertThat(phone.top(call)).isBetween(0.0, phone.top("group-emergencies")));
            assertThat(phone.errors()).isEmpty();
        }
    }

    @Test
    void theMapShowsTheWholeDistrictAndNoEmptinessAroundIt() {
        try (Phone phone = phone("map", "u03")) {
            phone.open("pages/home/index").tap("nearby-map").find("map").scrollIntoViewIfNeeded();
            phone.settle().shoot("home");
            assertThat(phone.count(".leaflet-marker-icon")).as("cases on it").isPositive();
            assertThat(phone.count("path.leaflet-interactive, .leaflet-overlay-pane path"))
                    .as("grid cells on it")
                    .isGreaterThan(5);
            assertThat(phone.count(".leaflet-control-zoom-out.leaflet-disabled"))
                    .as("already as far out as there is something to see")
                    .isPositive();
            phone.open("pages/report/index").tap("place-map").find("map-sheet").waitFor();
            phone.settle().shoot("sheet");
            assertThat(phone.errors()).isEmpty();
        }
    }

    /**
     * One page as somebody opens it.
     *
     * @param query what comes after the page, with its question mark
     * @param sign words that stand there once it is complete
     */
    private record Visit(String page, String query, String user, String sign) {}
}
