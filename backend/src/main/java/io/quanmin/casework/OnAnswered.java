package io.quanmin.casework;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Weighs answers as they come. */
@Component
final class OnAnswered implements EventHandler<CaseEvent.Answered> {

    private final Concluding concluding;

    OnAnswered(Concluding concluding) {
        this.concluding = concluding;
    }

    @Override
    public String consumer() {
        return "casework.concluding";
    }

    @Override
    public Class<CaseEvent.Answered> event() {
        return CaseEvent.Answered.class;
    }

    @Override
    public Mono<Void> handle(Delivery<CaseEvent.Answered> delivery) {
        return concluding.conclude(delivery.event().caseId());
    }
}
