package io.quanmin.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The model in use, in memory; every node looks for a newer one now and then. */
@Component
class ModelShelf {

    private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final ModelTable table;
    private final Workers workers;
    private final Clock clock;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(Optional.empty(), Instant.EPOCH));

    ModelShelf(ModelTable table, Workers workers, Clock clock) {
        this.table = table;
        this.workers = workers;
        this.clock = clock;
    }

    /** The model; empty while there is none. */
    Mono<Model> present() {
        return Mono.defer(() -> {
            Kept now = kept.get();
            return clock.instant().isBefore(now.lookedAt().plus(LOOK_AGAIN))
                    ? Mono.justOrEmpty(now.model())
                    : look().onErrorResume(failure -> goOn(now, failure));
        });
    }

    /** Looks for a newer one now. */
    Mono<Model> look() {
        Kept before = kept.get();
        // Others go on with the old one while this one looks.
        kept.set(new Kept(before.model(), clock.instant()));
        return table.inUse(before.version())
                .flatMap(found -> workers.read(found::model))
                .doOnNext(model -> kept.set(new Kept(Optional.of(model), clock.instant())))
                .switchIfEmpty(Mono.justOrEmpty(before.model()));
    }

    private static Mono<Model> goOn(Kept before, Throwable failure) {
        LOG.warn("No newer model for suggestions can be read now: {}", failure.toString());
        return Mono.justOrEmpty(before.model());
    }

    private record Kept(Optional<Model> model, Instant lookedAt) {

        int version() {
            return model.map(Model::version).orElse(0);
        }
    }
}
