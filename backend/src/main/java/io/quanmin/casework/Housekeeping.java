package io.quanmin.casework;

import io.quanmin.kernel.Chore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets commands whose repeats nobody sends any more. */
@Component
final class Housekeeping implements Chore {

    private static final int BATCH = 5_000;

    private final CommandTable commands;
    private final CaseworkSettings settings;
    private final Clock clock;

    Housekeeping(CommandTable commands, CaseworkSettings settings, Clock clock) {
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** How many commands went; in batches, so that no statement holds many rows for long. */
    @Override
    public Mono<Long> round() {
        Instant before = clock.instant().minus(settings.commandsKept());
        return commands.forget(before, BATCH)
                .expand(gone -> gone < BATCH ? Mono.empty() : commands.forget(before, BATCH))
                .reduce(0L, Long::sum);
    }
}
