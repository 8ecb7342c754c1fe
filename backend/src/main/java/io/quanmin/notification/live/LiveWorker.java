package io.quanmin.notification.live;

import io.quanmin.identity.Sessions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Looks after this node's connections from its start to its end; at the end they are told to go elsewhere. */
@Component
final class LiveWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveWorker.class);

    private final RedisPush redis;
    private final Looking looking;
    private final Connections connections;
    private final Sessions sessions;
    private final LiveSettings settings;
    private @Nullable Disposable work;

    LiveWorker(RedisPush redis, Looking looking, Connections connections, Sessions sessions, LiveSettings settings) {
        this.redis = redis;
        this.looking = looking;
        this.connections = connections;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (work == null) {
            work = Flux.merge(redis.listen(), looks(), revocations())
                    .subscribe(
                            nothing -> {},
                            failure -> LOG.error("Live connections are no longer looked after", failure));
        }
    }

    private Flux<Void> looks() {
        return Flux.interval(settings.look())
                .onBackpressureDrop()
                .concatMap(tick -> looking.look().onErrorResume(LiveWorker::nextTime), 0);
    }

    private static Mono<Void> nextTime(Throwable failure) {
        LOG.warn("Live connections are not looked after just now: {}", failure.toString());
        return Mono.empty();
    }

    private Flux<Void> revocations() {
        return sessions.revoked()
                .doOnNext(connections::end)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5)))
                .thenMany(Flux.empty());
    }

    @Override
    public synchronized void stop() {
        if (work != null) {
            work.dispose();
            work = null;
            connections.each(connection -> connection.end(Ending.NODE_STOPS));
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return work != null;
    }
}
