package io.quanmin.notice;

import io.quanmin.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notices travel as events. */
@Component
final class OutboxNotices implements Notices {

    private final Outbox outbox;

    OutboxNotices(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> tell(Notice notice) {
        return outbox.add(notice.subject(), new NoticeGiven(notice));
    }
}
