package io.quanmin.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.Outbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices travel as events. */
@Component
final class OutboxNotices implements Notices {

    private final Outbox outbox;

    OutboxNotices(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> tellAll(List<Notice> notices) {
        Map<Id, List<NoticeGiven>> bySubject = notices.stream()
                .collect(groupingBy(Notice::subject, LinkedHashMap::new, mapping(NoticeGiven::new, toList())));
        return Flux.fromIterable(bySubject.entrySet())
                .concatMap(said -> outbox.addAll(said.getKey(), said.getValue()))
                .then();
    }
}
