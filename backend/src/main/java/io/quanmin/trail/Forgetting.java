package io.quanmin.trail;

import io.quanmin.kernel.Chore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes from the record what has been kept long enough. */
@Component
class Forgetting implements Chore {

    private static final int BATCH = 5_000;

    private final TrailTable table;
    private final TrailSettings settings;
    private final Clock clock;

    Forgetting(TrailTable table, TrailSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public Mono<Long> round() {
        return table.forget(clock.instant().minus(settings.kept()), BATCH);
    }
}
