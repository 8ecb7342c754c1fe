package io.quanmin.casework;

import io.quanmin.kernel.Chore;
import io.quanmin.kernel.CitySettings;
import io.quanmin.rulebook.QualityRules;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Draws from closed cases what is inspected again and whom to call back. Every node does; what is drawn is drawn once. */
@Component
final class Drawing implements Chore {

    /** Longer than the longest period, so that the last of its closings are still counted. */
    private static final Duration LOOKED_BACK = Duration.ofDays(62);

    private final ClosingTable closings;
    private final HoldTable holds;
    private final Rulebook rulebook;
    private final CitySettings city;
    private final Clock clock;

    Drawing(ClosingTable closings, HoldTable holds, Rulebook rulebook, CitySettings city, Clock clock) {
        this.closings = closings;
        this.holds = holds;
        this.rulebook = rulebook;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Long> round() {
        return Mono.fromSupplier(clock::instant)
                .flatMap(this::draw)
                .flatMap(drawn -> holds.sweep(1_000).thenReturn(drawn));
    }

    /** How many were drawn that should have been by a moment. */
    Mono<Long> draw(Instant now) {
        return rulebook.inForce(now).flatMap(rules -> draw(rules.quality(), now.minus(LOOKED_BACK)));
    }

    private Mono<Long> draw(QualityRules rules, Instant since) {
        return closings.drawReinspections(rules.reinspection(), since, city.zone())
                .flatMap(first -> closings.drawCallbacks(rules.callback(), since, city.zone())
                        .map(second -> first + second));
    }
}
