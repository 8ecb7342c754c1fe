package io.quanmin.notification;

import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.NoticeGiven;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A notice goes to its people; one for everyone in portions, and as a headline to whoever is connected. */
@Component
final class OnNoticeGiven implements EventHandler<NoticeGiven> {

    private static final int PORTION = 1_000;

    private final Audiences audiences;
    private final PuttingIntoInboxes putting;
    private final Templates templates;
    private final Outbox outbox;
    private final LivePush live;

    OnNoticeGiven(Audiences audiences, PuttingIntoInboxes putting, Templates templates, Outbox outbox, LivePush live) {
        this.audiences = audiences;
        this.putting = putting;
        this.templates = templates;
        this.outbox = outbox;
        this.live = live;
    }

    @Override
    public String consumer() {
        return "notification.inbox";
    }

    @Override
    public Class<NoticeGiven> event() {
        return NoticeGiven.class;
    }

    @Override
    public Mono<Void> handle(Delivery<NoticeGiven> delivery) {
        Notice notice = delivery.event().notice();
        if (notice.audience() instanceof Audience.Everyone) {
            return headline(notice).then(toEveryone(delivery));
        }
        return audiences
                .of(notice.audience())
                .flatMap(persons -> putting.put(delivery.id(), notice, persons, delivery.attempt() > 1));
    }

    private Mono<Void> headline(Notice notice) {
        return templates
                .of(notice.template())
                .map(template -> Letter.of(notice, template))
                .flatMap(letter -> live.push(new Headline(
                        kind(notice), notice.subject(), letter.title(), letter.text(), letter.link(), letter.at())));
    }

    /** The first word of the template's key: {@code article} of {@code article.published}. */
    private static String kind(Notice notice) {
        return notice.template().split("\\.", 2)[0];
    }

    private Mono<Void> toEveryone(Delivery<NoticeGiven> delivery) {
        return audiences
                .everyone(PORTION)
                .concatMap(persons -> outbox.add(
                        delivery.subject(),
                        new PortionDue(delivery.id(), delivery.event().notice(), persons)))
                .then();
    }
}
