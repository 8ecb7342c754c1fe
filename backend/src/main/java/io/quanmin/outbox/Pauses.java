package io.quanmin.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before another attempt: twice as long each time, and never all at the same moment. */
record Pauses(Duration first, Duration longest, int attempts) {

    static Pauses of(OutboxSettings settings) {
        return new Pauses(settings.firstPause(), settings.longestPause(), settings.attempts());
    }

    boolean usedUp(int attempt) {
        return attempt >= attempts;
    }

    /** Between half the pause and the whole of it. */
    Duration after(int attempt, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long whole = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
