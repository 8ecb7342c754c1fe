package io.quanmin.notification.message;

import io.quanmin.kernel.CitySettings;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.wechat.WeChatEvent.TemplateMessageSent;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** WeChat tells the result of a template message. */
@Component
final class OnTemplateMessageSent implements EventHandler<TemplateMessageSent> {

    private final ResultTable results;
    private final MessageSettings settings;
    private final CitySettings city;
    private final Clock clock;

    OnTemplateMessageSent(ResultTable results, MessageSettings settings, CitySettings city, Clock clock) {
        this.results = results;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public String consumer() {
        return "notification.template-results";
    }

    @Override
    public Class<TemplateMessageSent> event() {
        return TemplateMessageSent.class;
    }

    @Override
    public Mono<Void> handle(Delivery<TemplateMessageSent> delivery) {
        TemplateMessageSent sent = delivery.event();
        ResultTable.Result result = new ResultTable.Result(sent.messageId(), sent.delivered(), sent.status());
        return results.ofTaken(city.code(), sent.messageId(), result, clock.instant())
                .filter(known -> known == 0)
                .flatMap(unknown -> results.ofUnsettled(
                        city.code(), sent.openid(), settings.duty(), result, LedgerChange.NONE, clock.instant()))
                .then();
    }
}
