package io.quanmin.identity;

import io.quanmin.kernel.Chore;
import io.quanmin.kernel.CitySettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sweeps this module's tables. */
@Component
final class Housekeeping implements Chore {

    /** Ended sessions stay for a while: they tell a person when and how they logged in. */
    private static final Duration KEPT = Duration.ofDays(180);

    private final HousekeepingTable table;
    private final CitySettings city;
    private final Clock clock;

    Housekeeping(HousekeepingTable table, CitySettings city, Clock clock) {
        this.table = table;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    /** How many rows went. */
    @Override
    public Mono<Long> round() {
        return table.sweep(city.code(), clock.instant().minus(KEPT));
    }
}
