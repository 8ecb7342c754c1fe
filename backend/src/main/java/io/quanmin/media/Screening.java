package io.quanmin.media;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatEvent.PictureJudged;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The content check of photos: asked after an upload, answered by a push within half an hour or never. Until then nobody but
 * the uploader and staff sees a photo; a person's word always counts more.
 */
@Component
final class Screening {

    private final PhotoTable photos;
    private final ScreeningTable requests;
    private final JudgementTable judgements;
    private final LinkMaking links;
    private final WeChat wechat;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Clock clock;

    Screening(
            PhotoTable photos,
            ScreeningTable requests,
            JudgementTable judgements,
            LinkMaking links,
            WeChat wechat,
            TransactionalOperator transaction,
            CitySettings city,
            Clock clock) {
        this.photos = photos;
        this.requests = requests;
        this.judgements = judgements;
        this.links = links;
        this.wechat = wechat;
        this.transaction = transaction;
        this.city = city;
        this.clock = clock;
    }

    /** Asks once; fails while WeChat is away, to be tried again. */
    Mono<Void> ask(PhotoKept kept) {
        return photos.find(kept.photo())
                .filter(photo -> photo.screening() == Photo.Screening.PENDING)
                .filterWhen(photo -> requests.isAsked(photo.id()).map(asked -> !asked))
                .flatMap(photo -> asked(photo, kept.openid()));
    }

    private Mono<Void> asked(KeptPhoto photo, @Nullable String openid) {
        if (openid == null) {
            return judgements.byMachine(photo.id(), Photo.Screening.FOR_PERSON);
        }
        URI picture = links.of(photo).picture();
        return wechat.screenPicture(openid, picture)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(trace -> trace.map(known -> remember(known, photo.id()))
                        .orElseGet(() -> judgements.byMachine(photo.id(), Photo.Screening.FOR_PERSON)));
    }

    /** The verdict may be there already. */
    Mono<Void> remember(String trace, Id photo) {
        return requests.asked(city.code(), trace, photo, clock.instant())
                .flatMap(this::settle)
                .as(transaction::transactional);
    }

    /** The photo may not be known yet. */
    Mono<Void> judged(PictureJudged verdict) {
        return requests.judged(city.code(), verdict.traceId(), verdict.suggestion(), clock.instant())
                .flatMap(this::settle)
                .as(transaction::transactional);
    }

    private Mono<Void> settle(ScreeningTable.Settled settled) {
        return judgements.byMachine(settled.photo(), decide(settled.suggestion()));
    }

    static Photo.Screening decide(Suggestion suggestion) {
        return switch (suggestion) {
            case PASS -> Photo.Screening.PASSED;
            case RISKY -> Photo.Screening.HIDDEN;
            case REVIEW, UNSCREENED -> Photo.Screening.FOR_PERSON;
        };
    }
}
