package io.quanmin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTests {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-11-23T14:00:00Z, 2026-11-23T23:00:00Z",
        "22:00, 07:00, 2026-11-23T22:59:59Z, 2026-11-23T23:00:00Z",
        "12:30, 14:00, 2026-11-23T05:00:00Z, 2026-11-23T06:00:00Z",
        "00:00, 06:00, 2026-11-23T16:00:00Z, 2026-11-23T22:00:00Z"
    })
    void inQuietHoursNewsWaitsForTheirEnd(String from, String to, String now, String until) {
        assertThat(quiet(from, to).quietUntil(Instant.parse(now), CITY)).contains(Instant.parse(until));
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-11-23T13:59:59Z",
        "22:00, 07:00, 2026-11-23T23:00:00Z",
        "12:30, 14:00, 2026-11-23T06:00:00Z",
        "08:00, 08:00, 2026-11-23T00:00:00Z"
    })
    void outsideOfThemItDoesNot(String from, String to, String now) {
        assertThat(quiet(from, to).quietUntil(Instant.parse(now), CITY)).isEmpty();
    }

    @Test
    void whoWantsNoMessagesAndWhatIsMutedIsLeftAlone() {
        assertThat(new Preferences(false, null, null, Set.of()).allow("case.closed"))
                .isFalse();
        Preferences muted = new Preferences(true, null, null, Set.of("case.closed"));
        assertThat(muted.allow("case.closed")).isFalse();
        assertThat(muted.allow("case.accepted")).isTrue();
    }

    private static Preferences quiet(String from, String to) {
        return new Preferences(true, LocalTime.parse(from), LocalTime.parse(to), Set.of());
    }
}
