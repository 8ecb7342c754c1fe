package io.quanmin.notification;

import io.quanmin.kernel.Chore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes news out of inboxes, and what was said by WeChat out of the books, when nobody looks for it any more. */
@Component
final class OldNews implements Chore {

    private static final int BATCH = 5_000;

    private final OldNewsTable table;
    private final Duration kept;
    private final Clock clock;

    OldNews(OldNewsTable table, @Value("${quanmin.notification.kept:400d}") Duration kept, Clock clock) {
        this.table = table;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** How many rows went. */
    @Override
    public Mono<Long> round() {
        Instant before = clock.instant().minus(kept);
        return Flux.<Supplier<Mono<Long>>>just(
                        () -> table.forgetItems(before, BATCH), () -> table.forgetMessages(before, BATCH))
                .concatMap(OldNews::all)
                .reduce(0L, Long::sum);
    }

    /** In batches, so that no statement holds many rows for long. */
    private static Mono<Long> all(Supplier<Mono<Long>> batch) {
        return batch.get()
                .expand(gone -> gone < BATCH ? Mono.empty() : batch.get())
                .reduce(0L, Long::sum);
    }
}
