package io.quanmin.journey;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.identity.NewStaff;
import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import io.quanmin.wechat.Await;
import io.quanmin.wechatsandbox.SandboxSettings;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

/**
 * A citizen logs in through WeChat, photographs a problem and reports it; it is reviewed, verified, dispatched, handled,
 * inspected, closed and rated, and everybody concerned hears of it.
 */
@CityTest
@TestPropertySource(properties = {"quanmin.embedded.database=journey", "quanmin.outbox.poll=100ms"})
final class JourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "Qingshi-2026-Yunxi";
    private static final String DISTRICT = "990102";
    private static final WeChatSandbox SANDBOX =
            WeChatSandbox.start(SandboxSettings.defaults().onPort(0).withSeed(20261123));

    @Autowired
    private StaffAdministration administration;

    @LocalServerPort
    private int port;

    private WebClient web = WebClient.create();

    @DynamicPropertySource
    static void wechat(DynamicPropertyRegistry properties) {
        AppSettings mini = SANDBOX.apps().mini();
        AppSettings service = SANDBOX.apps().service();
        properties.add("quanmin.wechat.mini.api-base", SANDBOX::baseUrl);
        properties.add("quanmin.wechat.mini.app-id", mini::appid);
        properties.add("quanmin.wechat.mini.secret", mini::secret);
        properties.add("quanmin.wechat.mini.token", mini::callbackToken);
        properties.add("quanmin.wechat.mini.aes-key", mini::encodingAesKey);
        properties.add("quanmin.wechat.service.api-base", SANDBOX::baseUrl);
        properties.add("quanmin.wechat.service.web-base", SANDBOX::baseUrl);
        properties.add("quanmin.wechat.service.app-id", service::appid);
        properties.add("quanmin.wechat.service.secret", service::secret);
        properties.add("quanmin.wechat.service.token", service::callbackToken);
        properties.add("quanmin.wechat.service.aes-key", service::encodingAesKey);
    }

    @AfterAll
    static void wechatEnds() {
        SANDBOX.close();
    }

    @BeforeEach
    void wechatKnowsWhereToPush() {
        String address = "http://localhost:" + port;
        web = WebClient.create(address + "/api/v1");
        SANDBOX.apps().change(SANDBOX.apps().mini().withCallbackUrl(address + "/wechat/callback/mini"));
        SANDBOX.apps().change(SANDBOX.apps().service().withCallbackUrl(address + "/wechat/callback/service"));
    }

    @Test
    void fromAPhotoOnTheStreetToAStarForTheCity() throws Exception {
        Traveller citizen = comes("u01");
        Traveller reviewer = serves("reviewer", Role.REVIEWER, null);
        Traveller verifier = serves("verifier", Role.VERIFIER, null);
        Traveller officer = serves("officer", Role.OFFICER, "sanitation");
        CompletableFuture<@Nullable List<String>> live = citizen.live(5);

        JsonNode reported =
                citizen.post("/cases", report(citizen.upload("DSCN0010.jpg"), citizen.upload("portrait_6.jpg")));
        assertThat(reported.path("photos")).hasSize(2);
        assertThat(reviewer.queue("review")).contains(id(reported));
        JsonNode accepted = reviewer.step(reported, "accept", Map.of("note", "属实，请核查"));
        assertThat(verifier.queue("verify")).contains(id(reported));
        JsonNode confirmed = verifier.step(accepted, "confirm", Map.of());
        assertThat(officer.queue("sign")).contains(id(reported));
        JsonNode signed = officer.step(confirmed, "sign", Map.of());
        JsonNode finished = officer.step(
                signed, "finish", Map.of("note", "已清运", "photos", List.of(officer.upload("landscape_8.jpg"))));
        assertThat(verifier.queue("inspect")).contains(id(reported));
        JsonNode closed = verifier.step(finished, "pass", Map.of());
        JsonNode rated = citizen.step(closed, "rate", Map.of("solved", true, "stars", 5, "text", "谢谢"));

        assertThat(rated.path("stage").path("code").asString()).isEqualTo("rated");
        assertThat(live.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .containsExactly("上报成功", "已受理", "处置中", "处置完成，等待验收", "已结案");
        assertThat(citizen.inbox()).contains("上报成功", "已受理", "处置中", "处置完成，等待验收", "已结案");
        heard(reviewer, "新的待审核问题");
        heard(verifier, "新的核查任务", "新的验收任务");
        heard(officer, "新任务待签收");
        publicSeesCleanPhotos(reported);
        staffSeeWhereThePhotoWasTaken(verifier.see(reported));
    }

    /** Anybody sees the photos, upright and without a word of where and by whom they were taken. */
    private void publicSeesCleanPhotos(JsonNode reported) throws IOException {
        JsonNode seen = await("the content check has judged all photos")
                .atMost(PATIENCE)
                .until(
                        () -> publicly(reported),
                        shown -> photos(shown, "photos") == 2 && photos(shown, "results") == 1);
        assertThat(seen.has("reporter")).isFalse();
        assertThat(seen.path("photos").get(0).has("evidence")).isFalse();
        for (JsonNode photo : seen.path("photos")) {
            byte[] bytes = now(WebClient.builder()
                    .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                    .build()
                    .get()
                    .uri(URI.create(photo.path("picture").asString()))
                    .retrieve()
                    .bodyToMono(byte[].class));
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
            assertThat(Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)))
                            .getWidth())
                    .isEqualTo(photo.path("width").asInt());
        }
    }

    private JsonNode publicly(JsonNode subject) {
        return now(web.get().uri("/cases/" + id(subject)).retrieve().bodyToMono(JsonNode.class));
    }

    private static int photos(JsonNode subject, String kind) {
        return subject.path(kind).size();
    }

    /** DSCN0010.jpg was taken in Arezzo, far from where it was reported. */
    private static void staffSeeWhereThePhotoWasTaken(JsonNode seen) {
        JsonNode evidence = seen.path("photos").get(0).path("evidence");
        assertThat(evidence.path("takenFrom").path("datum").asString()).isEqualTo("WGS84");
        assertThat(evidence.path("distance").asDouble()).isGreaterThan(1_000_000);
    }

    @Test
    void anArticleOfThePublicityTeamReachesTheCitizensPhone() throws Exception {
        Traveller citizen = comes("u02");
        Traveller editor = serves("editor", Role.PUBLICITY, null);
        JsonNode draft = editor.post(
                "/articles",
                Map.of(
                        "title", "人人都是网格员",
                        "summary", "拍一张照片，城市更好一点",
                        "body", "<p>从今天起</p>",
                        "cover", editor.upload("landscape_8.jpg")));

        Traveller colleague = serves("colleague", Role.PUBLICITY, null);
        assertThat(colleague
                        .post("/articles/" + id(draft) + "/publish", Map.of("version", 1))
                        .path("state")
                        .asString())
                .isEqualTo("PUBLISHED");

        assertThat(citizen.get("/articles?limit=20").path("items").findValuesAsString("title"))
                .contains("人人都是网格员");
        assertThat(citizen.get("/articles/" + id(draft))
                        .path("cover")
                        .path("picture")
                        .asString())
                .startsWith("http");
        heard(citizen, "人人都是网格员");
    }

    @Test
    void anErasedCitizensCaseGoesOnWithoutThem() {
        Traveller citizen = comes("u03");
        Traveller reviewer = serves("reviewer", Role.REVIEWER, null);
        JsonNode reported = citizen.post("/cases", report());
        assertThat(citizen.get("/me/data").toString())
                .contains(reported.path("number").asString());

        citizen.leave();

        assertThat(reviewer.see(reported).has("reporter")).isFalse();
        assertThat(reviewer.step(reported, "accept", Map.of())
                        .path("stage")
                        .path("code")
                        .asString())
                .isEqualTo("in-verification");
    }

    @Test
    void theCityShowsWhoReportedUnlessTheyAskedNotToBeNamed() {
        Traveller citizen = comes("u04");
        citizen.callThemselves("热心的老周");
        Traveller reviewer = serves("reviewer", Role.REVIEWER, null);
        JsonNode open = citizen.post("/cases", report());
        Map<String, Object> quiet = new HashMap<>(report());
        quiet.put("anonymous", true);
        JsonNode hidden = citizen.post("/cases", quiet);
        for (JsonNode reported : List.of(open, hidden)) {
            assertThat(reviewer.step(reported, "accept", Map.of()).path("id").asString())
                    .isEqualTo(id(reported));
        }

        assertThat(seenByAnybody(open).path("reporter").path("name").asString()).isEqualTo("热心的老周");
        assertThat(seenByAnybody(hidden).has("reporter")).isFalse();
        assertThat(reviewer.see(hidden).path("reporter").path("name").asString())
                .isEqualTo("热心的老周");
    }

    private JsonNode seenByAnybody(JsonNode subject) {
        return now(web.get().uri("/cases/" + id(subject)).retrieve().bodyToMono(JsonNode.class));
    }

    private static Map<String, Object> report(String... photos) {
        return Map.of(
                "type",
                "exposed-garbage",
                "description",
                "小区东门外垃圾堆了两天",
                "place",
                Map.of("longitude", 120.13, "latitude", 30.27, "datum", "GCJ02", "accuracy", 20),
                "photos",
                List.of(photos),
                "anonymous",
                false);
    }

    private static void heard(Traveller traveller, String... titles) {
        Await.until(PATIENCE, () -> traveller.inbox().containsAll(Set.of(titles)));
    }

    private Traveller comes(String user) {
        SANDBOX.act().visit(user);
        return Traveller.login(web, "/sessions", Map.of("code", SANDBOX.act().loginCode(user)));
    }

    private Traveller serves(String login, Role role, @Nullable String unit) {
        if (unit != null) {
            assertThat(now(administration.addUnit(new NewUnit(unit, "环卫中心", DISTRICT, null, Unit.Kind.DEPARTMENT)))
                            .code())
                    .isEqualTo(unit);
        }
        NewStaff staff = new NewStaff(login, "张" + role.ordinal(), PASSWORD, Set.of(role), unit, DISTRICT, true);
        assertThat(now(administration.addStaff(staff))).isNotNull();
        return Traveller.login(web, "/sessions/desk", Map.of("login", login, "password", PASSWORD));
    }

    private static String id(JsonNode subject) {
        return subject.path("id").asString();
    }
}
