package io.quanmin.wechatsandbox.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The values printed in WeChat's own page on pushes. */
class PushGoldenVectorsTest {

    private static final String TOKEN = "AAAAA";
    private static final String APPID = "wxba5fad812f8e6fb9";
    private static final String KEY = "A".repeat(43);
    private static final String ENCRYPTED =
            "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
    private static final String MESSAGE =
            "{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\",\"CreateTime\":1714112445,\"MsgType\":\"event\",\"Event\":\"debug_demo\",\"debug_str\":\"hello world\"}";

    private final PushCipher cipher = new PushCipher(KEY, APPID);

    @Test
    void theVerificationOfAnAddressIsSignedAsPrinted() {
        assertThat(PushSignature.of(TOKEN, "1714036504", "1514711492"))
                .isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
    }

    @Test
    void aPlainPushIsSignedAsPrinted() {
        assertThat(PushSignature.of(TOKEN, "1714037059", "486452656"))
                .isEqualTo("899cf89e464efb63f54ddac96b0a0a235f53aa78");
    }

    @Test
    void aSecurePushIsSignedAsPrinted() {
        assertThat(PushSignature.of(TOKEN, "1714112445", "415670741", ENCRYPTED))
                .isEqualTo("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3");
    }

    @Test
    void theEnvelopeIsEncryptedAsPrinted() {
        assertThat(MESSAGE.getBytes(StandardCharsets.UTF_8)).hasSize(167);
        assertThat(cipher.encrypt(bytes("a8eedb185eb2fecf"), MESSAGE)).isEqualTo(ENCRYPTED);
    }

    @Test
    void theEnvelopeIsDecryptedAsPrinted() {
        assertThat(cipher.decrypt(ENCRYPTED)).isEqualTo(MESSAGE);
    }

    @Test
    void theReplyIsEncryptedAndSignedAsPrinted() {
        String reply = cipher.encrypt(bytes("707722b803182950"), "{\"demo_resp\":\"good luck\"}");

        assertThat(reply)
                .isEqualTo("ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
        assertThat(PushSignature.of(TOKEN, "1713424427", "415670741", reply))
                .isEqualTo("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
    }

    @Test
    void anEnvelopeOfAnotherAccountIsNotOpened() {
        PushCipher other = new PushCipher(KEY, "wx0000000000quanmin");

        assertThatThrownBy(() -> other.decrypt(ENCRYPTED)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
