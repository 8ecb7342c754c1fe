package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ConsolePolicyTest {

    private static final String PHOTOS = "quanmin.media.public-endpoint";
    private static final String TILES = "quanmin.console.map.tiles";

    @Test
    void noScriptRunsButAFileOfThePages() {
        assertThat(new ConsolePolicy(new MockEnvironment()).directives().split("; "))
                .contains("default-src 'self'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
                .contains("img-src 'self' data: blob:");
    }

    @Test
    void picturesComeFromTheStoreAndFromTheTilesOfAMapToo() {
        MockEnvironment city = new MockEnvironment()
                .withProperty(PHOTOS, "https://photos.yunxi.gov.cn:9443/")
                .withProperty(TILES, "https://t{s}.tiles.yunxi.gov.cn/vec/{z}/{x}/{y}?tk=secret");

        assertThat(new ConsolePolicy(city).directives())
                .contains("img-src 'self' data: blob: https://photos.yunxi.gov.cn:9443 https://*.tiles.yunxi.gov.cn;")
                .doesNotContain("secret");
    }

    @Test
    void whatIsNoAddressOfPicturesStopsTheStart() {
        MockEnvironment city = new MockEnvironment().withProperty(TILES, "javascript:alert(1)");

        assertThatIllegalArgumentException().isThrownBy(() -> new ConsolePolicy(city));
    }
}
