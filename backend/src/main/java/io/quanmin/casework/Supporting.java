package io.quanmin.casework;

import io.quanmin.identity.RateLimits;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** "Me too": somebody met the same problem and follows its case instead of reporting it again. */
@Component
class Supporting {

    private final RateLimits limits;
    private final Reading reading;
    private final SupporterTable supporters;
    private final Clock clock;

    Supporting(RateLimits limits, Reading reading, SupporterTable supporters, Clock clock) {
        this.limits = limits;
        this.reading = reading;
        this.supporters = supporters;
        this.clock = clock;
    }

    /**
     * Follows an open case everybody may see; again is the same. Fails with {@link NoSuchThing} for one they may not see, with
     * {@link NotToSupport} for their own or one that is done.
     */
    Mono<Support> support(Actor actor, Id caseId) {
        return limits.take(RateLimits.Kind.REPORT, actor.person().toString())
                .then(Mono.defer(() -> reading.seen(caseId, actor)))
                .filter(seen ->
                        !seen.subject().isOf(actor.person()) && seen.facts().isOpen(seen.subject()))
                .switchIfEmpty(Mono.error(NotToSupport::new))
                .flatMap(seen ->
                        supporters.add(caseId, actor.person(), clock.instant()).thenReturn(caseId))
                .flatMap(followed -> of(followed, actor));
    }

    /** Follows it no longer. */
    Mono<Support> leave(Actor actor, Id caseId) {
        return supporters.remove(caseId, actor.person()).then(Mono.defer(() -> of(caseId, actor)));
    }

    private Mono<Support> of(Id caseId, Actor actor) {
        return supporters.support(caseId, actor.person().toString());
    }
}
