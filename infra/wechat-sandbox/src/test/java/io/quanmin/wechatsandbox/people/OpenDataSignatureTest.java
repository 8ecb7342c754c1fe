package io.quanmin.wechatsandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenDataSignatureTest {

    /** The sample of WeChat's page on checking open data. */
    @Test
    void rawDataIsSignedAsPrinted() {
        String raw =
                "{\"nickName\":\"Band\",\"gender\":1,\"language\":\"zh_CN\",\"city\":\"Guangzhou\",\"province\":\"Guangdong\",\"country\":\"CN\",\"avatarUrl\":\"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0\"}";

        assertThat(OpenData.signature(raw, "HyVFkGl5F5OQWJZZaNzBBg=="))
                .isEqualTo("75e81ceda165f4ffa64f4068af58c64b8f54b88c");
    }
}
