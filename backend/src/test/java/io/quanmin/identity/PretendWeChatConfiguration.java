package io.quanmin.identity;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts WeChat in memory where tests of identity want to decide what it says. */
@TestConfiguration(proxyBeanMethods = false)
class PretendWeChatConfiguration {

    @Bean
    @Primary
    PretendWeChat pretendWeChat() {
        return new PretendWeChat();
    }
}
