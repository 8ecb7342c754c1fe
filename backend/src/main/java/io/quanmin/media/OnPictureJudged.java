package io.quanmin.media;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.wechat.WeChatEvent.PictureJudged;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes WeChat's verdict about a photo. */
@Component
final class OnPictureJudged implements EventHandler<PictureJudged> {

    private final Screening screening;

    OnPictureJudged(Screening screening) {
        this.screening = screening;
    }

    @Override
    public String consumer() {
        return "media.verdict";
    }

    @Override
    public Class<PictureJudged> event() {
        return PictureJudged.class;
    }

    @Override
    public Mono<Void> handle(Delivery<PictureJudged> delivery) {
        return screening.judged(delivery.event());
    }
}
