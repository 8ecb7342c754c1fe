package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import io.quanmin.wechatsandbox.code.MiniCode;
import io.quanmin.wechatsandbox.code.QrPicture;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CodeTest extends SandboxTest {

    @Test
    void aMiniProgramCodeIsAPictureThatScansToPageAndScene() {
        HttpResponse<byte[]> answer =
                code(Map.of("scene", "t=a&b/1", "page", "pages/scan/confirm", "check_path", false));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        MiniCode scanned =
                MiniCode.parse(QrPicture.read(answer.body()).orElseThrow()).orElseThrow();
        assertThat(scanned)
                .isEqualTo(new MiniCode(sandbox.apps().mini().appid(), "pages/scan/confirm", "t=a&b/1", "release"));
        assertThat(scanned.encodedScene()).isEqualTo("t%3Da%26b%2F1");
    }

    @Test
    void anErrorComesAsJsonWithItsOddContentType() {
        HttpResponse<byte[]> answer = code(Map.of("scene", "x".repeat(33)));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; encoding=utf-8");
        assertThat(errcode(Json.MAPPER.readTree(answer.body()))).isEqualTo(40169);
    }

    @Test
    void wrongArgumentsOfACodeAreRefused() {
        assertThat(refusal(Map.of("scene", ""))).isEqualTo(40169);
        assertThat(refusal(Map.of("scene", "汉字"))).isEqualTo(40129);
        assertThat(refusal(Map.of("scene", "50%"))).isEqualTo(40129);
        assertThat(refusal(Map.of("scene", "scancode_time=1"))).isEqualTo(85096);
        assertThat(refusal(Map.of("scene", "a", "env_version", "beta"))).isEqualTo(40097);
        assertThat(refusal(Map.of("scene", "a", "width", 100))).isEqualTo(40097);
        assertThat(refusal(Map.of("scene", "a", "page", "/pages/home", "check_path", false)))
                .isEqualTo(41030);
        assertThat(refusal(Map.of("scene", "a", "page", "pages/home?x=1", "check_path", false)))
                .isEqualTo(41030);
    }

    @Test
    void aPageMustBeReleasedUnlessThePathIsNotChecked() {
        assertThat(refusal(Map.of("scene", "a", "page", "pages/home"))).isEqualTo(41030);
        assertThat(code(Map.of("scene", "a", "page", "pages/home", "check_path", false))
                        .body())
                .isNotEmpty();

        sandbox.releasedPages().release(List.of("pages/home"));
        assertThat(code(Map.of("scene", "a", "page", "pages/home")).headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
    }

    @Test
    void scanningAParametricCodeFollowsWithItsSceneAndLaterOnlyScans() {
        plainService();
        String ticket = parametric(Map.of("expire_seconds", 600, "action_name", "QR_STR_SCENE"), "bind-8f2a");

        sandbox.act().scanServiceCode("u10", ticket);
        assertThat(callback.await(1).getFirst().body())
                .contains("<Event><![CDATA[subscribe]]></Event>", "<EventKey><![CDATA[qrscene_bind-8f2a]]></EventKey>")
                .contains("<Ticket><![CDATA[" + ticket + "]]></Ticket>");
        sandbox.act().scanServiceCode("u10", "bind-8f2a");
        assertThat(callback.await(2).getLast().body())
                .contains("<Event><![CDATA[SCAN]]></Event>", "<EventKey><![CDATA[bind-8f2a]]></EventKey>");

        JsonNode info = backend.get("/cgi-bin/user/info?openid=%s&access_token=%s"
                .formatted(backend.serviceOpenid("u10"), backend.serviceToken()));
        assertThat(info.path("qr_scene_str").asString()).isEqualTo("bind-8f2a");
        assertThat(info.path("subscribe_scene").asString()).isEqualTo("ADD_SCENE_QR_CODE");
    }

    @Test
    void aParametricCodeEndsInTime() {
        String ticket = parametric(Map.of("expire_seconds", 600, "action_name", "QR_STR_SCENE"), "bind-8f2a");
        sandbox.clock().advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> sandbox.act().scanServiceCode("u10", ticket))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theParametricCodesPictureCarriesItsAddress() {
        String ticket = parametric(Map.of("action_name", "QR_LIMIT_STR_SCENE"), "poster-1");

        byte[] picture = backend.send(
                        "GET",
                        "/cgi-bin/showqrcode?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8),
                        new byte[0])
                .body();

        String address = QrPicture.read(picture).orElseThrow();
        assertThat(address).startsWith("http://weixin.qq.com/q/");
        sandbox.act().scanServiceCode("u10", address);
        assertThat(sandbox.follows().follows("u10")).isTrue();
    }

    @Test
    void anImpossibleSceneIsRefused() {
        assertThat(errcode(create(Map.of("action_name", "QR_STR_SCENE"), ""))).isEqualTo(40053);
        assertThat(errcode(create(Map.of("action_name", "QR_STR_SCENE"), "x".repeat(65))))
                .isEqualTo(40053);
        assertThat(errcode(create(Map.of("action_name", "QR_SCENE"), "no number")))
                .isEqualTo(40053);
        assertThat(errcode(create(Map.of("action_name", "NO_SUCH_ACTION"), "x")))
                .isEqualTo(40053);
    }

    @Test
    void whoDoesNotFollowIsKnownByOpenidAndUnionidOnly() {
        JsonNode info = backend.get("/cgi-bin/user/info?openid=%s&access_token=%s"
                .formatted(backend.serviceOpenid("u10"), backend.serviceToken()));

        assertThat(info.path("subscribe").asInt(-1)).isZero();
        assertThat(info.propertyNames()).containsExactlyInAnyOrder("subscribe", "openid", "unionid");
    }

    private HttpResponse<byte[]> code(Map<String, Object> body) {
        return backend.send(
                "POST", "/wxa/getwxacodeunlimit?access_token=" + backend.token(), Json.MAPPER.writeValueAsBytes(body));
    }

    private int refusal(Map<String, Object> body) {
        return errcode(Json.MAPPER.readTree(code(body).body()));
    }

    private String parametric(Map<String, Object> action, String scene) {
        return create(action, scene).path("ticket").asString();
    }

    private JsonNode create(Map<String, Object> action, String scene) {
        Map<String, Object> body = new java.util.HashMap<>(action);
        body.put("action_info", Map.of("scene", Map.of("scene_str", scene)));
        return backend.post("/cgi-bin/qrcode/create", backend.serviceToken(), body);
    }

    private void plainService() {
        sandbox.apps().change(sandbox.apps().service().withPush(PushMode.PLAIN, PushFormat.XML));
    }
}
