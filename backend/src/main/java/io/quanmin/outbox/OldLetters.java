package io.quanmin.outbox;

import io.quanmin.kernel.Chore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives up dead letters that nobody asked for in months: who tells half a year late tells nobody. */
@Component
final class OldLetters implements Chore {

    private static final int BATCH = 1_000;

    private final DeadLetterTable letters;
    private final OutboxSettings settings;
    private final Clock clock;

    OldLetters(DeadLetterTable letters, OutboxSettings settings, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** How many letters went; in batches, so that no statement holds many rows for long. */
    @Override
    public Mono<Long> round() {
        Instant before = clock.instant().minus(settings.deadKept());
        return letters.forget(before, BATCH)
                .expand(gone -> gone < BATCH ? Mono.empty() : letters.forget(before, BATCH))
                .reduce(0L, Long::sum);
    }
}
