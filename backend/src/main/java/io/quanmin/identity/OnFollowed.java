package io.quanmin.identity;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.wechat.WeChatEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody follows the service account: finds out who they are, so that messages reach them. */
@Component
final class OnFollowed implements EventHandler<WeChatEvent.Followed> {

    private final LinkingServiceAccount linking;

    OnFollowed(LinkingServiceAccount linking) {
        this.linking = linking;
    }

    @Override
    public String consumer() {
        return "identity.followed";
    }

    @Override
    public Class<WeChatEvent.Followed> event() {
        return WeChatEvent.Followed.class;
    }

    @Override
    public Mono<Void> handle(Delivery<WeChatEvent.Followed> delivery) {
        return linking.followed(delivery.event().openid(), delivery.event().scene(), delivery.at());
    }
}
