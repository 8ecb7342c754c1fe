package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.base.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ControlApiTest extends SandboxTest {

    @Test
    void twelveUsersAreThereWithStableIds() {
        JsonNode users = backend.get("/sandbox/api/users");

        assertThat(users).hasSize(12);
        assertThat(users.get(0).path("id").asString()).isEqualTo("u01");
        assertThat(users.get(0).path("name").asString()).isEqualTo("林小满");
        assertThat(users.get(0)
                        .path("openids")
                        .path(sandbox.apps().mini().appid())
                        .asString())
                .isEqualTo(backend.openid("u01"));
    }

    @Test
    void aDemoClientLogsInWithAMintedCode() {
        JsonNode minted = backend.post(
                "/sandbox/api/users/u01/login-code?appid="
                        + sandbox.apps().mini().appid(),
                "");

        assertThat(backend.login(minted.path("code").asString()).path("openid").asString())
                .isEqualTo(backend.openid("u01"));
    }

    @Test
    void theNumberButtonGivesACodeForTheNumber() {
        String code = backend.post("/sandbox/api/users/u01/phone-code", "")
                .path("code")
                .asString();

        assertThat(backend.post("/wxa/business/getuserphonenumber", backend.token(), Map.of("code", code))
                        .path("phone_info")
                        .path("phoneNumber")
                        .asString())
                .isEqualTo("17000000001");
    }

    @Test
    void thePopupAnswersAsTheClientApiDoes() {
        JsonNode result = backend.post(
                "/sandbox/api/users/u01/subscribe",
                "{\"templateIds\":{\"tmpl-accepted\":\"accept\",\"tmpl-closed\":\"reject\"}}");
        JsonNode refused = backend.post("/sandbox/api/users/u01/subscribe", "{\"templateIds\":{\"none\":\"accept\"}}");

        assertThat(result.path("errMsg").asString()).isEqualTo("requestSubscribeMessage:ok");
        assertThat(result.path("tmpl-closed").asString()).isEqualTo("reject");
        assertThat(sandbox.ledger().left("u01", "tmpl-accepted")).isEqualTo(1);
        assertThat(refused.path("errCode").asInt()).isEqualTo(20001);
    }

    @Test
    void aScannedPictureOfTheMiniProgramNamesItsPageWithTheSceneStillEncoded() {
        byte[] picture = backend.send(
                        "POST",
                        "/wxa/getwxacodeunlimit?access_token=" + backend.token(),
                        "{\"scene\":\"t=1\",\"page\":\"pages/scan/confirm\",\"check_path\":false}"
                                .getBytes(StandardCharsets.UTF_8))
                .body();

        JsonNode scanned = Json.MAPPER.readTree(backend.send("POST", "/sandbox/api/users/u01/scan-picture", picture)
                .body());

        assertThat(scanned.path("page").asString()).isEqualTo("pages/scan/confirm");
        assertThat(scanned.path("scene").asString()).isEqualTo("t%3D1");
        assertThat(backend.send("POST", "/sandbox/api/users/u01/scan-picture", new byte[] {1})
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void followingAndUnfollowingChangeTheUser() {
        assertThat(backend.post("/sandbox/api/users/u10/follow", "").path("ok").asBoolean())
                .isTrue();
        assertThat(backend.get("/sandbox/api/users/u10").path("following").asBoolean())
                .isTrue();
        assertThat(backend.post("/sandbox/api/users/u10/unfollow", "")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(sandbox.follows().follows("u10")).isFalse();
    }

    @Test
    void manyUsersAreMadeAtOnceForLoad() {
        assertThat(backend.post("/sandbox/api/users", "{\"count\":500}")).hasSize(500);
        assertThat(sandbox.users().all()).hasSize(512);
    }

    @Test
    void faultsAreAddedListedAndCleared() {
        JsonNode faults = backend.post(
                "/sandbox/api/faults",
                "{\"path\":\"/sns/jscode2session\",\"effect\":\"errcode\",\"code\":-1,\"times\":2,\"afterWork\":true}");
        JsonNode pushFaults =
                backend.post("/sandbox/api/push-faults", "{\"event\":\"*\",\"kind\":\"lost\",\"times\":1}");

        assertThat(faults).hasSize(1);
        assertThat(pushFaults).hasSize(1);
        assertThat(sandbox.faults().active().getFirst().fault().afterWork()).isTrue();
        assertThat(sandbox.pushes().faults().active()).hasSize(1);
        assertThat(backend.send("DELETE", "/sandbox/api/faults", new byte[0]).statusCode())
                .isEqualTo(200);
        assertThat(sandbox.faults().active()).isEmpty();
        assertThat(backend.send("POST", "/sandbox/api/faults", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theClockIsMovedAndStoppedFromThePage() {
        var before = sandbox.clock().now();

        JsonNode clock = backend.post("/sandbox/api/clock", "{\"seconds\":3600}");

        assertThat(clock.path("frozen").asBoolean()).isTrue();
        assertThat(sandbox.clock().now()).isEqualTo(before.plusSeconds(3600));
        assertThat(backend.post("/sandbox/api/clock", "{\"frozen\":false}")
                        .path("frozen")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void switchesAreFlippedOneByOne() {
        JsonNode switches =
                backend.post("/sandbox/api/switches", "{\"unionid\":false,\"templateOutcome\":\"USER_BLOCK\"}");

        assertThat(switches.path("unionid").asBoolean()).isFalse();
        assertThat(backend.login(sandbox.act().loginCode("u01")).has("unionid")).isFalse();
        assertThat(switches.path("templateOutcome").asString()).isEqualTo("USER_BLOCK");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, 200",
        "http://127.0.0.1:5173, 200",
        "https://example.org, 403",
        "http://localhost.example.org, 403"
    })
    void onlyPagesOfThisMachineMayUseTheControlApi(String origin, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/api/users"))
                .header("Origin", origin)
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent())
                .isEqualTo(status == 200);
    }

    @Test
    void unknownUsersPathsAndBodiesAreAnsweredInJson() {
        assertThat(backend.get("/sandbox/api/users/nobody").path("error").asString())
                .contains("nobody");
        assertThat(backend.get("/sandbox/api/none").has("error")).isTrue();
        assertThat(backend.post("/sandbox/api/clock", "[]").path("errCode").asInt())
                .isEqualTo(47001);
    }

    @Test
    void thePageComesWholeFromHereAndAsksNoOtherHost() {
        for (String file :
                List.of("/", "/sandbox/page.css", "/sandbox/page.js", "/sandbox/phone.js", "/sandbox/desk.js")) {
            HttpResponse<byte[]> answer = backend.send("GET", file, new byte[0]);

            assertThat(answer.statusCode()).describedAs(file).isEqualTo(200);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .doesNotContain("https://", "http://", "//cdn");
        }
        assertThat(backend.send("GET", "/sandbox/none.js", new byte[0]).statusCode())
                .isEqualTo(404);
    }
}
