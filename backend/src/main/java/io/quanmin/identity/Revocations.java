package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Word of revoked sessions: to this node at once, to the others through Redis as long as it is there. */
@Component
final class Revocations {

    private static final String CHANNEL = "quanmin:identity:revoked";
    private static final Duration SPIN = Duration.ofMillis(100);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Duration RECONNECT_AT_MOST = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final RedisGuard guard;
    private final Sinks.Many<Id> here = Sinks.many().multicast().directBestEffort();
    private final Flux<Id> all;

    Revocations(ReactiveStringRedisTemplate redis, RedisGuard guard) {
        this.redis = redis;
        this.guard = guard;
        this.all = Flux.merge(here.asFlux(), elsewhere()).share();
    }

    /** Tells everybody. A node that Redis does not reach learns it when it next asks {@link Sessions#live}. */
    Mono<Void> tell(Id session) {
        return Mono.defer(() -> {
            here.emitNext(session, Sinks.EmitFailureHandler.busyLooping(SPIN));
            return guard.ask(() -> redis.convertAndSend(CHANNEL, session.toString()))
                    .then();
        });
    }

    /** Hot; what this node revoked itself may come twice. */
    Flux<Id> all() {
        return all;
    }

    /** Connecting blocks in the driver, so it is done away from the event loop. */
    private Flux<Id> elsewhere() {
        return Flux.defer(() -> redis.listenToChannel(CHANNEL))
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, RECONNECT).maxBackoff(RECONNECT_AT_MOST))
                .mapNotNull(message -> Id.read(message.getMessage()).orElse(null));
    }
}
