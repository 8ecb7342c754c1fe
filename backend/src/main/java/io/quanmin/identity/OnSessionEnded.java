package io.quanmin.identity;

import io.quanmin.kernel.ServiceAway;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Empties the cache of an ended session once more. Redis may not have heard it when the session ended; then this is retried
 * until it does, or until the cache would have forgotten by itself.
 */
@Component
final class OnSessionEnded implements EventHandler<PersonEvent.SessionEnded> {

    private final SessionTable table;
    private final SessionCache cache;

    private final SessionSettings settings;
    private final Clock clock;

    OnSessionEnded(SessionTable table, SessionCache cache, SessionSettings settings, Clock clock) {
        this.table = table;
        this.cache = cache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String consumer() {
        return "identity.session-cache";
    }

    @Override
    public Class<PersonEvent.SessionEnded> event() {
        return PersonEvent.SessionEnded.class;
    }

    @Override
    public Mono<Void> handle(Delivery<PersonEvent.SessionEnded> delivery) {
        return table.hash(delivery.event().session())
                .flatMap(cache::forget)
                .filter(heard -> !heard && maybeRemembered(delivery))
                .flatMap(unheard -> Mono.error(new ServiceAway()));
    }

    private boolean maybeRemembered(Delivery<?> delivery) {
        return clock.instant().isBefore(delivery.at().plus(settings.cached().multipliedBy(2)));
    }
}
