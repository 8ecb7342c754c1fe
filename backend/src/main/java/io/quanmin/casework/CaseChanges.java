package io.quanmin.casework;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Word of changes of cases: to the desks of this node at once, to those of the others through Redis as long as it is there. It may
 * be lost on the way; whoever hears nothing for a while looks for themselves.
 */
@Component
final class CaseChanges {

    private static final Logger LOG = LoggerFactory.getLogger(CaseChanges.class);
    private static final String CHANNEL = "quanmin:casework:changes";
    private static final Duration SPIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration RECONNECT_AT_MOST = Duration.ofSeconds(5);

    private final String node = UUID.randomUUID().toString();
    private final ReactiveStringRedisTemplate redis;
    private final JsonMapper json;
    private final Sinks.Many<CaseChange> here = Sinks.many().multicast().directBestEffort();
    private final Flux<CaseChange> all;

    CaseChanges(ReactiveStringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
        this.all = Flux.merge(here.asFlux(), elsewhere()).share();
    }

    private record Message(String from, CaseChange change) {}

    Mono<Void> tell(CaseChange change) {
        return Mono.defer(() -> {
            here.emitNext(change, Sinks.EmitFailureHandler.busyLooping(SPIN));
            return publish(change);
        });
    }

    /** Connecting blocks in the driver, so it is done away from the event loop. */
    private Mono<Void> publish(CaseChange change) {
        return Mono.defer(() -> redis.convertAndSend(CHANNEL, json.writeValueAsString(new Message(node, change))))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .then()
                .onErrorResume(away -> Mono.fromRunnable(() -> LOG.debug("Redis passes no change on", away)));
    }

    /** Hot: what changes from now on, on whichever node. */
    Flux<CaseChange> all() {
        return all;
    }

    private Flux<CaseChange> elsewhere() {
        return Flux.defer(() -> redis.listenToChannel(CHANNEL))
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PATIENCE).maxBackoff(RECONNECT_AT_MOST))
                .mapNotNull(message -> read(message.getMessage()))
                .filter(message -> !message.from().equals(node))
                .map(Message::change);
    }

    private @Nullable Message read(String text) {
        try {
            return json.readValue(text, Message.class);
        } catch (JacksonException ofAnotherVersion) {
            LOG.debug("A message of another version is not understood", ofAnotherVersion);
            return null;
        }
    }
}
