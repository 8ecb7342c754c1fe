package io.quanmin.notification.message;

import io.quanmin.kernel.CitySettings;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.wechat.WeChatEvent.SubscriptionAnswered;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** WeChat reports what a person answered. A refusal in the popup changes nothing, one in the settings everything. */
@Component
final class OnSubscriptionAnswered implements EventHandler<SubscriptionAnswered> {

    private final Ledger ledger;
    private final CitySettings city;

    OnSubscriptionAnswered(Ledger ledger, CitySettings city) {
        this.ledger = ledger;
        this.city = city;
    }

    @Override
    public String consumer() {
        return "notification.subscriptions";
    }

    @Override
    public Class<SubscriptionAnswered> event() {
        return SubscriptionAnswered.class;
    }

    @Override
    public Mono<Void> handle(Delivery<SubscriptionAnswered> delivery) {
        SubscriptionAnswered answer = delivery.event();
        if (answer.accepted()) {
            return ledger.accepted(new Acceptance(
                    city.code(),
                    answer.openid(),
                    answer.template(),
                    "wechat:" + delivery.id().value(),
                    Acceptance.Source.WECHAT,
                    answer.at()));
        }
        return answer.inSettings() ? ledger.refused(answer.openid(), answer.template()) : Mono.empty();
    }
}
