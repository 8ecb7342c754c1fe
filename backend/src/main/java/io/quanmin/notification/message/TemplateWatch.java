package io.quanmin.notification.message;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Compares templates at the start and every hour, and says so in one line when it changes; clears away old answers. */
@Component
final class TemplateWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateWatch.class);
    private static final Duration EVERY = Duration.ofHours(1);
    /** Reports of an acceptance are matched within minutes; a week keeps repeats of a slow client from counting. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

    private final TemplateCheck check;
    private final TemplateHealth health;
    private final AnswerTable answers;
    private final Clock clock;
    private @Nullable Disposable work;

    TemplateWatch(TemplateCheck check, TemplateHealth health, AnswerTable answers, Clock clock) {
        this.check = check;
        this.health = health;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (work == null) {
            work = Flux.interval(Duration.ZERO, EVERY)
                    .onBackpressureDrop()
                    .concatMap(tick -> look(), 0)
                    .subscribe(nothing -> {}, failure -> LOG.error("WeChat templates are no longer watched", failure));
        }
    }

    private Mono<Void> look() {
        return check.faults()
                .onErrorResume(away -> Mono.just(List.of("WeChat could not be asked: " + away.getMessage())))
                .doOnNext(this::say)
                .then(answers.prune(clock.instant().minus(ANSWERS_KEPT)))
                .onErrorResume(
                        failure -> Mono.fromRunnable(() -> LOG.warn("Old answers stay: {}", failure.toString())));
    }

    private void say(List<String> faults) {
        if (faults.equals(health.faults())) {
            return;
        }
        health.say(faults);
        if (faults.isEmpty()) {
            LOG.info("The WeChat templates are as the accounts have them");
        } else {
            LOG.warn("WeChat templates do not fit, messages will be refused: {}", String.join("; ", faults));
        }
    }

    @Override
    public synchronized void stop() {
        if (work != null) {
            work.dispose();
            work = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return work != null;
    }
}
