package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What of a limit a city may set. */
class LimitSettingsTest {

    @Test
    void whatIsLeftOutOfALimitStaysAsUsual() {
        LimitSettings settings = settings(
                Map.of("quanmin.identity.limits.report.times", "7", "quanmin.identity.limits.desk-login.per", "5m"));
        assertThat(settings.of(RateLimits.Kind.REPORT)).isEqualTo(new LimitSettings.Limit(7, Duration.ofHours(1)));
        assertThat(settings.of(RateLimits.Kind.DESK_LOGIN))
                .isEqualTo(new LimitSettings.Limit(60, Duration.ofMinutes(5)));
        assertThat(settings.of(RateLimits.Kind.UPLOAD)).isEqualTo(new LimitSettings.Limit(300, Duration.ofHours(1)));
    }

    @Test
    void aLimitThatIsNoneIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("quanmin.identity.limits.report.times", "many")))
                .hasMessageContaining("quanmin.identity.limits.report.times");
    }

    private static LimitSettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("quanmin.identity", LimitSettings.class);
    }
}
