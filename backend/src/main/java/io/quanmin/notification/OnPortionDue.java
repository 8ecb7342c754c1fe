package io.quanmin.notification;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A notice for everyone goes to some of them. */
@Component
final class OnPortionDue implements EventHandler<PortionDue> {

    private final PuttingIntoInboxes putting;

    OnPortionDue(PuttingIntoInboxes putting) {
        this.putting = putting;
    }

    @Override
    public String consumer() {
        return "notification.portions";
    }

    @Override
    public Class<PortionDue> event() {
        return PortionDue.class;
    }

    @Override
    public Mono<Void> handle(Delivery<PortionDue> delivery) {
        PortionDue portion = delivery.event();
        return putting.put(portion.event(), portion.notice(), portion.persons(), delivery.attempt() > 1);
    }
}
