package io.quanmin.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Stands in for the neighbours whose words a module's tests want to choose: who comes, what is fit, what was told. */
@TestConfiguration(proxyBeanMethods = false)
public class Neighbours {

    @Bean
    @Primary
    PretendSessions pretendSessions() {
        return new PretendSessions();
    }

    @Bean
    @Primary
    PretendCensor pretendCensor() {
        return new PretendCensor();
    }

    @Bean
    @Primary
    RememberedNotices rememberedNotices() {
        return new RememberedNotices();
    }
}
