package io.quanmin.casework;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks volunteers about cases that came to a stage at which they can help. */
@Component
final class OnCaseMoved implements EventHandler<CaseEvent.Stepped> {

    private final Asking asking;

    OnCaseMoved(Asking asking) {
        this.asking = asking;
    }

    @Override
    public String consumer() {
        return "casework.asking";
    }

    @Override
    public Class<CaseEvent.Stepped> event() {
        return CaseEvent.Stepped.class;
    }

    @Override
    public Mono<Void> handle(Delivery<CaseEvent.Stepped> delivery) {
        return asking.moved(delivery.event());
    }
}
