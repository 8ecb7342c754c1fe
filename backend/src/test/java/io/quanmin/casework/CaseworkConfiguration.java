package io.quanmin.casework;

import io.quanmin.identity.StaffAdministration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Stands in for the neighbours whose words tests want to choose. */
@TestConfiguration(proxyBeanMethods = false)
class CaseworkConfiguration {

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

    @Bean
    @Lazy
    Town town(
            Environment environment,
            PretendSessions sessions,
            RememberedNotices notices,
            ObjectProvider<StaffAdministration> staff) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return new Town(port, sessions, notices, staff.getObject());
    }
}
