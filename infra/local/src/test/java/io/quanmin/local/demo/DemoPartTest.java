package io.quanmin.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Where there is a demo city, and where there must be none. */
class DemoPartTest {

    private static final String SANDBOX = "quanmin.local.sandbox.address=http://127.0.0.1:8090";
    private static final String DATABASE = "quanmin.embedded.postgres.active=true";

    private final ApplicationContextRunner local = new ApplicationContextRunner().withUserConfiguration(SomePart.class);

    @Test
    void withTheSandboxAndTheEmbeddedDatabaseThereIsADemoCity() {
        local.withPropertyValues(SANDBOX, DATABASE).run(city -> assertThat(city).hasSingleBean(SomePart.class));
    }

    /** An embedded object store or cache beside it changes nothing. */
    @ParameterizedTest
    @ValueSource(strings = {SANDBOX, DATABASE, "quanmin.embedded.active=true"})
    void aDatabaseOrAWeChatOfTheCitysOwnGetsNone(String only) {
        local.withPropertyValues(only, "quanmin.embedded.active=true")
                .run(city -> assertThat(city).doesNotHaveBean(SomePart.class));
    }

    @ParameterizedTest
    @ValueSource(classes = {DemoEndpoint.class, DemoStart.class, DemoCity.class, DemoVisitors.class})
    void everythingThatFillsTheCityOrLogsInAsAnybodyIsPartOfIt(Class<?> part) {
        assertThat(part).hasAnnotation(DemoPart.class);
    }

    @DemoPart
    @Configuration(proxyBeanMethods = false)
    static class SomePart {}
}
