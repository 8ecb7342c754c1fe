package io.quanmin.identity;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Two accounts became one person: their sessions learn at their next request who they belong to. */
@Component
final class OnMerged implements EventHandler<PersonEvent.Merged> {

    private final EndingSessions sessions;

    OnMerged(EndingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String consumer() {
        return "identity.merged-sessions";
    }

    @Override
    public Class<PersonEvent.Merged> event() {
        return PersonEvent.Merged.class;
    }

    @Override
    public Mono<Void> handle(Delivery<PersonEvent.Merged> delivery) {
        return sessions.refresh(delivery.event().into());
    }
}
