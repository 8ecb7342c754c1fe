package io.quanmin.wechat.callback;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.Outbox;
import io.quanmin.wechat.Await;
import io.quanmin.wechat.WeChatEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.publisher.Mono;

/** An outbox that remembers what was told, and refuses when asked to. */
final class RecordingOutbox implements Outbox {

    private final List<WeChatEvent> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Duration slowness = Duration.ZERO;

    @Override
    public Mono<Void> addAll(Id subject, List<?> events) {
        return Mono.delay(slowness).then(Mono.fromRunnable(() -> events.forEach(this::take)));
    }

    private void take(Object event) {
        if (!(event instanceof WeChatEvent ours)) {
            return;
        }
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new TransientDataAccessResourceException("refused, as the test asked");
        }
        told.add(ours);
    }

    void refuse(int times) {
        refusals.set(times);
    }

    void slow(Duration each) {
        slowness = each;
    }

    void clear() {
        slowness = Duration.ZERO;
        refusals.set(0);
        told.clear();
    }

    List<WeChatEvent> told() {
        return List.copyOf(told);
    }

    List<WeChatEvent> await(int count, Duration patience) {
        Await.until(patience, () -> told.size() >= count);
        return told();
    }
}
