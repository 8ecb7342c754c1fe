package io.quanmin.media;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has WeChat look at a photo. */
@Component
final class OnPhotoKept implements EventHandler<PhotoKept> {

    private final Screening screening;

    OnPhotoKept(Screening screening) {
        this.screening = screening;
    }

    @Override
    public String consumer() {
        return "media.screening";
    }

    @Override
    public Class<PhotoKept> event() {
        return PhotoKept.class;
    }

    @Override
    public Mono<Void> handle(Delivery<PhotoKept> delivery) {
        return screening.ask(delivery.event());
    }
}
