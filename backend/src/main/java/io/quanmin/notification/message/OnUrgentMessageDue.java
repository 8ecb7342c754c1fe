package io.quanmin.notification.message;

import io.quanmin.notification.MessageDue;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Urgent news goes out by WeChat, past whatever waits. */
@Component
final class OnUrgentMessageDue implements EventHandler<MessageDue.Urgent> {

    private final Reaching reaching;

    OnUrgentMessageDue(Reaching reaching) {
        this.reaching = reaching;
    }

    @Override
    public String consumer() {
        return "notification.urgent-messages";
    }

    @Override
    public Class<MessageDue.Urgent> event() {
        return MessageDue.Urgent.class;
    }

    @Override
    public Mono<Void> handle(Delivery<MessageDue.Urgent> delivery) {
        return reaching.reach(delivery.id(), delivery.event().message());
    }
}
