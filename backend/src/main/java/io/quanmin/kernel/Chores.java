package io.quanmin.kernel;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets every chore come round between start and stop; one round of each at a time. */
@Component
final class Chores implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final List<Chore> chores;
    private final Disposable.Swap running = Disposables.swap();
    private volatile boolean started;

    Chores(ObjectProvider<Chore> chores) {
        this.chores = chores.orderedStream().toList();
    }

    @Override
    public void start() {
        started = true;
        running.update(Flux.fromIterable(chores)
                .flatMap(Chores::rounds, Math.max(1, chores.size()))
                .subscribe());
    }

    private static Flux<?> rounds(Chore chore) {
        return Flux.interval(chore.every()).onBackpressureDrop().concatMap(tick -> round(chore), 0);
    }

    private static Mono<?> round(Chore chore) {
        return Mono.defer(chore::round).then().onErrorResume(failure -> {
            LOG.warn("{} failed and will be tried again: {}", chore.getClass().getSimpleName(), failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public void stop() {
        started = false;
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
