package io.quanmin.testing;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notices;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Mono;

/** Notices kept in memory, to be asked about. */
public final class RememberedNotices implements Notices {

    private final Queue<Notice> told = new ConcurrentLinkedQueue<>();

    @Override
    public Mono<Void> tellAll(List<Notice> notices) {
        return Mono.fromRunnable(() -> told.addAll(notices));
    }

    public List<Notice> all() {
        return List.copyOf(told);
    }

    public List<Notice> about(Id subject) {
        return told.stream().filter(notice -> notice.subject().equals(subject)).toList();
    }
}
