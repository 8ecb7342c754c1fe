package io.quanmin.notification.message;

import io.quanmin.kernel.CitySettings;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.wechat.WeChatEvent.SubscribeMessageSent;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** WeChat tells the result of a subscribe message, which settles one whose end was unknown. */
@Component
final class OnSubscribeMessageSent implements EventHandler<SubscribeMessageSent> {

    private final ResultTable results;
    private final MessageSettings settings;
    private final CitySettings city;
    private final Clock clock;

    OnSubscribeMessageSent(ResultTable results, MessageSettings settings, CitySettings city, Clock clock) {
        this.results = results;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public String consumer() {
        return "notification.subscribe-results";
    }

    @Override
    public Class<SubscribeMessageSent> event() {
        return SubscribeMessageSent.class;
    }

    @Override
    public Mono<Void> handle(Delivery<SubscribeMessageSent> delivery) {
        SubscribeMessageSent sent = delivery.event();
        ResultTable.Result result = new ResultTable.Result(sent.messageId(), sent.delivered(), sent.status());
        LedgerChange change = settings.longTerm() ? LedgerChange.NONE : LedgerChange.SPEND;
        return results.ofTaken(city.code(), sent.messageId(), result, clock.instant())
                .filter(known -> known == 0)
                .flatMap(unknown -> results.ofUnsettled(
                        city.code(), sent.openid(), sent.template(), result, change, clock.instant()))
                .then();
    }
}
