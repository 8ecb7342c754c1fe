package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.quanmin.wechatsandbox.http.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class ScanCodeTests {

    private static final String CODE = "/wxa/getwxacodeunlimit";

    private final WeChatCity city = WeChatCity.open();
    private final WeChatCity.Node node = city.node();

    @AfterEach
    void close() {
        node.close();
        city.close();
    }

    private static String scan(byte[] picture) throws IOException, NotFoundException {
        var source = new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(picture)));
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @Test
    void aCodeOpensItsPageWithItsScene() throws IOException, NotFoundException {
        city.sandbox.releasedPages().release(List.of("pages/scan/confirm"));
        byte[] picture = Objects.requireNonNull(
                node.weChat.miniProgramCode("pages/scan/confirm", "k=7&a").block(WeChatCity.PATIENCE));
        assertThat(scan(picture))
                .contains("pages/scan/confirm")
                .contains("scene=k%3D7%26a")
                .contains("env=release");
    }

    /** Case 26, and 27 for the pages: what WeChat would refuse is not even asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012345678901234567890123", "有汉字", "with blank", "100%"})
    void aSceneThatWeChatDoesNotTakeIsRefusedHere(String scene) {
        StepVerifier.create(node.weChat.miniProgramCode("pages/index", scene))
                .expectError(IllegalArgumentException.class)
                .verify(WeChatCity.PATIENCE);
        assertThat(city.calls(CODE)).isEmpty();
    }

    /** Case 27. */
    @ParameterizedTest
    @ValueSource(strings = {"/pages/index", "pages/index?a=1"})
    void aPageWithALeadingSlashOrAQueryIsRefusedHere(String page) {
        StepVerifier.create(node.weChat.miniProgramCode(page, "1"))
                .expectError(IllegalArgumentException.class)
                .verify(WeChatCity.PATIENCE);
        assertThat(city.calls(CODE)).isEmpty();
    }

    /** Case 26: JSON that says why not must never be kept as a picture. */
    @Test
    void anErrorInsteadOfAPictureIsAnErrorAndNoPicture() {
        city.sandbox.releasedPages().release(List.of("pages/index"));
        city.sandbox.faults().add(Fault.error(CODE, 40169));
        StepVerifier.create(node.weChat.miniProgramCode("pages/index", "1"))
                .expectError(WeChatAway.class)
                .verify(WeChatCity.PATIENCE);
    }

    /** Case 27: the released version is checked in production only; a trial opens pages that are not out yet. */
    @Test
    void aPageThatIsNotReleasedHasACodeInATrialOnly() {
        StepVerifier.create(node.weChat.miniProgramCode("pages/new", "1"))
                .expectError(WeChatAway.class)
                .verify(WeChatCity.PATIENCE);
        assertThat(city.calls(CODE).getFirst().errcode()).isEqualTo(41030);
        try (WeChatCity.Node trial = city.node(onTrial())) {
            StepVerifier.create(trial.weChat.miniProgramCode("pages/new", "1"))
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    private WeChatSettings onTrial() {
        WeChatSettings settings = city.settings();
        WeChatSettings.Mini mini = settings.mini();
        return new WeChatSettings(
                new WeChatSettings.Mini(
                        mini.appId(), mini.secret(), mini.apiBase(), "", "", WeChatSettings.Release.TRIAL),
                settings.service(),
                settings.calls());
    }

    @Test
    void aParametricCodeBringsItsParameterWithWhoScansIt() {
        URI picture =
                Objects.requireNonNull(node.weChat.serviceAccountCode("bind-7").block(WeChatCity.PATIENCE));
        assertThat(picture.toString()).startsWith(city.sandbox.baseUrl() + "/cgi-bin/showqrcode?ticket=");
        city.sandbox.act().scanServiceCode(WeChatCity.OFFICER, "bind-7");
        assertThat(city.sandbox.follows().follows(WeChatCity.OFFICER)).isTrue();
        StepVerifier.create(node.weChat.serviceAccountCode(""))
                .expectError(IllegalArgumentException.class)
                .verify();
    }
}
