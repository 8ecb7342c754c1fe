package io.quanmin.casework;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.testing.PretendSessions;
import io.quanmin.testing.RememberedNotices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The town whose people tests of casework send about. */
@TestConfiguration(proxyBeanMethods = false)
class CaseworkConfiguration {

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
