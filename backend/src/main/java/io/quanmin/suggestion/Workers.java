package io.quanmin.suggestion;

import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads for what takes a processor: some that read texts, and one that learns, so that learning never delays reading. */
@Component
final class Workers implements DisposableBean {

    private static final int LESSONS_WAITING = 4;

    private final Scheduler readers;
    private final Scheduler learner = Schedulers.newBoundedElastic(1, LESSONS_WAITING, "suggestion-learner");
    private final SuggestionSettings settings;

    Workers(SuggestionSettings settings) {
        this.settings = settings;
        this.readers = Schedulers.newBoundedElastic(settings.workers(), settings.waiting(), "suggestion");
    }

    /** Fails when too many wait already, or after too long a wait. */
    <T> Mono<T> read(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(readers).timeout(settings.patience());
    }

    <T> Mono<T> learn(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(learner);
    }

    @Override
    public void destroy() {
        readers.dispose();
        learner.dispose();
    }
}
