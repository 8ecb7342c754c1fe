package io.quanmin.identity;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.wechat.WeChatEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody no longer follows the service account: messages would not reach them. */
@Component
final class OnUnfollowed implements EventHandler<WeChatEvent.Unfollowed> {

    private final LinkingServiceAccount linking;

    OnUnfollowed(LinkingServiceAccount linking) {
        this.linking = linking;
    }

    @Override
    public String consumer() {
        return "identity.unfollowed";
    }

    @Override
    public Class<WeChatEvent.Unfollowed> event() {
        return WeChatEvent.Unfollowed.class;
    }

    @Override
    public Mono<Void> handle(Delivery<WeChatEvent.Unfollowed> delivery) {
        return linking.unfollowed(delivery.event().openid(), delivery.at());
    }
}
