package io.quanmin.notification.message;

import io.quanmin.notification.MessageDue;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** News goes out by WeChat, to each person one after the other. */
@Component
final class OnMessageDue implements EventHandler<MessageDue> {

    private final Reaching reaching;

    OnMessageDue(Reaching reaching) {
        this.reaching = reaching;
    }

    @Override
    public String consumer() {
        return "notification.messages";
    }

    @Override
    public Class<MessageDue> event() {
        return MessageDue.class;
    }

    @Override
    public Mono<Void> handle(Delivery<MessageDue> delivery) {
        return reaching.reach(delivery.id(), delivery.event());
    }
}
