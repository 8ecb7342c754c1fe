package io.quanmin.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.wechat.AccountKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden vectors of WeChat's documentation, and what must not pass. */
class PushProofTests {

    private static final String TOKEN = "AAAAA";
    private static final String APPID = "wxba5fad812f8e6fb9";
    private static final String AES_KEY = "A".repeat(43);
    private static final String ENCRYPTED =
            "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR"
                    + "8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km3"
                    + "2IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
    private static final String MESSAGE =
            "{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\",\"CreateTime\":1714112445,"
                    + "\"MsgType\":\"event\",\"Event\":\"debug_demo\",\"debug_str\":\"hello world\"}";
    private static final PushProof PROOF =
            new PushProof("", "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3", "1714112445", "415670741");
    private static final Clock THEN = Clock.fixed(Instant.ofEpochSecond(1714112450), ZoneOffset.UTC);

    private final PushAccount account = account(TOKEN, AES_KEY, APPID, null);

    private static PushAccount account(String token, String aesKey, String appid, @Nullable Duration maxAge) {
        URI base = URI.create("https://api.weixin.qq.com");
        return new PushAccount(new AccountKeys(appid, "secret", base, token, aesKey), maxAge, THEN);
    }

    private static byte[] envelope(String encrypted) {
        return ("{\"ToUserName\":\"gh_97417a04a28d\",\"Encrypt\":\"" + encrypted + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static PushProof signed(String encrypted) {
        return new PushProof("", Signature.of(TOKEN, "1714112445", "1", encrypted), "1714112445", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "1714036504, 1514711492, f464b24fc39322e44b38aa78f5edd27bd1441696",
        "1714037059, 486452656, 899cf89e464efb63f54ddac96b0a0a235f53aa78"
    })
    void theSignaturesOfTheDocumentationAreProofs(String timestamp, String nonce, String signature) {
        assertThat(new PushProof(signature, "", timestamp, nonce).provesAddress(TOKEN))
                .isTrue();
    }

    @Test
    void theEncryptedPushOfTheDocumentationIsOpened() {
        assertThat(account.open(PROOF, envelope(ENCRYPTED))).asString().isEqualTo(MESSAGE);
    }

    @Test
    void theSamePushInXmlIsOpened() {
        byte[] xml = ("<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[" + ENCRYPTED + "]]></Encrypt></xml>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(account.open(PROOF, xml)).asString().isEqualTo(MESSAGE);
    }

    @Test
    void whatWxJavaEncryptsIsOpened() {
        String encrypted = new WxCryptUtil(TOKEN, AES_KEY, APPID).encrypt("0123456789abcdef", "井盖丢失");
        assertThat(account.open(signed(encrypted), envelope(encrypted)))
                .asString()
                .isEqualTo("井盖丢失");
    }

    /** Fact 10: WxJava's own JSON method would not even look at the signature. */
    @Test
    void aWrongMessageSignatureIsRefused() {
        PushProof forged = new PushProof("", PROOF.messageSignature().replace('0', '1'), "1714112445", "415670741");
        refused(account, forged, envelope(ENCRYPTED));
    }

    /** Fact 10: WxJava throws the appid away unchecked. */
    @Test
    void aPushMadeForAnotherAppidIsRefusedThoughItsSignatureIsRight() {
        String encrypted = new WxCryptUtil(TOKEN, AES_KEY, "wx-of-somebody-else").encrypt("0123456789abcdef", MESSAGE);
        refused(account, signed(encrypted), envelope(encrypted));
        refused(account(TOKEN, AES_KEY, "wx-other", null), PROOF, envelope(ENCRYPTED));
    }

    @Test
    void aPlainPushIsRefusedWhereEncryptedOnesAreAgreed() {
        String signature = Signature.of(TOKEN, "1714112445", "1");
        PushProof plain = new PushProof(signature, signature, "1714112445", "1");
        refused(account, plain, MESSAGE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSignatureOfTheAddressDoesNotProveAnEncryptedBody() {
        String signature = Signature.of(TOKEN, "1714112445", "415670741");
        refused(account, new PushProof(signature, signature, "1714112445", "415670741"), envelope(ENCRYPTED));
    }

    @Test
    void aPlainPushPassesWhereNoKeyIsAgreed() {
        byte[] body = MESSAGE.getBytes(StandardCharsets.UTF_8);
        PushProof proof = new PushProof(Signature.of(TOKEN, "1714112445", "1"), "", "1714112445", "1");
        assertThat(account(TOKEN, "", APPID, null).open(proof, body)).isEqualTo(body);
    }

    @Test
    void withoutATokenNothingIsProven() {
        PushProof proof = new PushProof(Signature.of("", "1", "2"), "", "1", "2");
        refused(account("", "", APPID, null), proof, MESSAGE.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void aBrokenCiphertextIsRefusedWithoutSayingWhy(String encrypted) {
        refused(account, signed(encrypted), envelope(encrypted));
    }

    @Test
    void anOldPushIsAReplayWhereAnAgeIsSet() {
        assertThatCode(() ->
                        account(TOKEN, AES_KEY, APPID, Duration.ofMinutes(5)).open(PROOF, envelope(ENCRYPTED)))
                .doesNotThrowAnyException();
        refused(account(TOKEN, AES_KEY, APPID, Duration.ofSeconds(4)), PROOF, envelope(ENCRYPTED));
    }

    private static void refused(PushAccount account, PushProof proof, byte[] body) {
        assertThatThrownBy(() -> account.open(proof, body)).isInstanceOf(PushNotGenuine.class);
    }
}
