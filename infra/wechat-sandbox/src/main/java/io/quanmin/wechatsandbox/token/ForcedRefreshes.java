package io.quanmin.wechatsandbox.token;

import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How often a stable token may be forced: 20 times a day, at least 30 seconds apart; otherwise nothing is refreshed. */
final class ForcedRefreshes {

    private static final int A_DAY = 20;
    private static final Duration APART = Duration.ofSeconds(30);

    private record Count(LocalDate day, int used, Instant last) {}

    private final Map<String, Count> counts = new HashMap<>();
    private final SandboxClock clock;

    ForcedRefreshes(SandboxClock clock) {
        this.clock = clock;
    }

    /** Whether this one goes through; if so it is counted. */
    boolean allowed(String appid) {
        Count before = counts.getOrDefault(appid, new Count(clock.today(), 0, Instant.MIN));
        int used = before.day().equals(clock.today()) ? before.used() : 0;
        boolean tooSoon = clock.now()
                .isBefore(
                        before.last().equals(Instant.MIN)
                                ? Instant.MIN
                                : before.last().plus(APART));
        if (used >= A_DAY || tooSoon) {
            return false;
        }
        counts.put(appid, new Count(clock.today(), used + 1, clock.now()));
        return true;
    }
}
