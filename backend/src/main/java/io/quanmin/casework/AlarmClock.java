package io.quanmin.casework;

import io.quanmin.kernel.Chore;
import io.quanmin.kernel.Id;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Rings the alarms of cases. Every node looks; that a case moves only from the version somebody read lets one of them win, so no
 * alarm goes off twice, and one that a stopped city missed goes off when it is back.
 */
@Component
final class AlarmClock implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmClock.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 4;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final CaseTable cases;
    private final Reading reading;
    private final Telling telling;
    private final StepWriting writing;
    private final CaseworkSettings settings;
    private final Clock clock;

    AlarmClock(
            CaseTable cases,
            Reading reading,
            Telling telling,
            StepWriting writing,
            CaseworkSettings settings,
            Clock clock) {
        this.cases = cases;
        this.reading = reading;
        this.telling = telling;
        this.writing = writing;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return settings.alarmsEvery();
    }

    @Override
    public Mono<Long> round() {
        return Mono.fromSupplier(clock::instant).flatMap(this::ring);
    }

    /** How many alarms went off that should have by a moment; batch by batch, for as long as each batch has some. */
    Mono<Long> ring(Instant now) {
        return batch(now).expand(rung -> rung == 0 ? Mono.empty() : batch(now)).reduce(0L, Long::sum);
    }

    private Mono<Long> batch(Instant now) {
        return cases.ringing(now, BATCH)
                .collectList()
                .flatMapIterable(waiting -> waiting)
                .flatMap(caseId -> ring(caseId, now), AT_ONCE)
                .filter(rung -> rung)
                .count();
    }

    /** One case that cannot be rung does not keep the others waiting: it is left alone for a while. */
    private Mono<Boolean> ring(Id caseId, Instant now) {
        return reading.facts(caseId)
                .flatMap(facts -> ring(facts, now))
                .doOnError(failure -> LOG.warn("The alarm of case {} failed; again in {}", caseId, PAUSE, failure))
                .onErrorComplete()
                .switchIfEmpty(cases.snooze(caseId, now, now.plus(PAUSE)).thenReturn(false));
    }

    private Mono<Boolean> ring(Facts facts, Instant now) {
        return Mono.justOrEmpty(Alarms.ring(facts, now))
                .flatMap(taken -> telling.of(facts, taken).flatMap(notices -> writing.write(facts, taken, notices)));
    }
}
