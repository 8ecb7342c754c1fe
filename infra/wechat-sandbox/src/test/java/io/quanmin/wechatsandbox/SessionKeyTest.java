package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.people.OpenData;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionKeyTest extends SandboxTest {

    @Test
    void theLiveSessionKeyIsProvedByAnHmacOverNothing() throws GeneralSecurityException {
        String key = login();

        assertThat(errcode(check(hmac(key, ""), "hmac_sha256"))).isZero();
        assertThat(errcode(check(hmac(key, backend.openid("u01")), "hmac_sha256")))
                .isEqualTo(87009);
        assertThat(errcode(check(hmac(key, ""), "md5"))).isEqualTo(87008);
    }

    @Test
    void aRotatedKeyNoLongerProvesAnything() throws GeneralSecurityException {
        String key = login();
        String next = sandbox.act().rotateSessionKey("u01");

        assertThat(errcode(check(hmac(key, ""), "hmac_sha256"))).isEqualTo(87009);
        assertThat(errcode(check(hmac(next, ""), "hmac_sha256"))).isZero();
    }

    @Test
    void resettingGivesANewKey() throws GeneralSecurityException {
        String key = login();

        JsonNode reset =
                backend.get("/wxa/resetusersessionkey?access_token=%s&openid=%s&signature=%s&sig_method=hmac_sha256"
                        .formatted(backend.token(), backend.openid("u01"), hmac(key, "")));

        assertThat(errcode(check(hmac(reset.path("session_key").asString(), ""), "hmac_sha256")))
                .isZero();
        assertThat(errcode(check(hmac(key, ""), "hmac_sha256"))).isEqualTo(87009);
    }

    @Test
    void aLoginReplacesTheKeyButNotWithinAMinute() {
        String first = login();
        assertThat(login()).isEqualTo(first);
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertThat(login()).isNotEqualTo(first);
    }

    @Test
    void openDataIsReadWithTheKeyOfTheMomentAndNotWithAnOlderOne() throws GeneralSecurityException {
        String old = login();
        OpenData.Sealed sealed = sandbox.act().openData("u01", Map.of("city", "示范区"));
        JsonNode read = Json.MAPPER.readTree(decrypt(old, sealed));

        assertThat(read.path("city").asString()).isEqualTo("示范区");
        assertThat(read.path("watermark").path("appid").asString())
                .isEqualTo(sandbox.apps().mini().appid());

        assertThat(sandbox.act().rotateSessionKey("u01")).isNotEqualTo(old);
        OpenData.Sealed later = sandbox.act().openData("u01", Map.of("city", "示范区"));
        assertThatThrownBy(() -> Json.MAPPER.readTree(decrypt(old, later))).isInstanceOf(Exception.class);
    }

    private String login() {
        return backend.login(sandbox.act().loginCode("u01")).path("session_key").asString();
    }

    private JsonNode check(String signature, String method) {
        return backend.get("/wxa/checksession?access_token=%s&openid=%s&signature=%s&sig_method=%s"
                .formatted(backend.token(), backend.openid("u01"), signature, method));
    }

    private static String hmac(String key, String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] decrypt(String key, OpenData.Sealed sealed) throws GeneralSecurityException {
        Base64.Decoder base64 = Base64.getDecoder();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(base64.decode(key), "AES"),
                new IvParameterSpec(base64.decode(sealed.iv())));
        return cipher.doFinal(base64.decode(sealed.encryptedData()));
    }
}
