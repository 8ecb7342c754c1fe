package io.quanmin.notification.live;

import io.quanmin.notification.Headline;
import io.quanmin.notification.LivePush;
import io.quanmin.notification.News;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * News to this node's connections at once, to those of other nodes through Redis: one message for all recipients of a portion,
 * heard by one listener on each node. A node that hears of nobody of its own drops it; at some thousand messages a second that
 * costs less than keeping account of who is connected where.
 */
@Component
final class RedisPush implements LivePush {

    private static final Logger LOG = LoggerFactory.getLogger(RedisPush.class);
    private static final String CHANNEL = "quanmin:notification:live";
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String node = UUID.randomUUID().toString();
    private final ReactiveStringRedisTemplate redis;
    private final Connections connections;
    private final JsonMapper json;

    RedisPush(ReactiveStringRedisTemplate redis, Connections connections, JsonMapper json) {
        this.redis = redis;
        this.connections = connections;
        this.json = json;
    }

    private record Message(
            String from, @Nullable News news, @Nullable Headline headline) {}

    @Override
    public Mono<Void> push(News news) {
        return Mono.fromRunnable(() -> connections.deliver(news)).then(publish(new Message(node, news, null)));
    }

    @Override
    public Mono<Void> push(Headline headline) {
        return Mono.fromRunnable(() -> connections.deliver(headline)).then(publish(new Message(node, null, headline)));
    }

    /** Connecting blocks in the driver, so it is done away from the event loop. Without Redis the nodes look by themselves. */
    private Mono<Void> publish(Message message) {
        return Mono.defer(() -> redis.convertAndSend(CHANNEL, json.writeValueAsString(message)))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .then()
                .onErrorResume(away -> Mono.fromRunnable(() -> LOG.debug("Redis passes no news on", away)));
    }

    /** Passes on what other nodes push; listens again for ever. */
    Flux<Void> listen() {
        return Flux.defer(() -> redis.listenToChannel(CHANNEL))
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PATIENCE).maxBackoff(Duration.ofSeconds(5)))
                .doOnNext(message -> receive(message.getMessage()))
                .thenMany(Flux.empty());
    }

    private void receive(String text) {
        try {
            Message message = json.readValue(text, Message.class);
            if (!message.from().equals(node)) {
                deliver(message);
            }
        } catch (JacksonException ofANewerNode) {
            LOG.debug("A message of another version is not understood", ofANewerNode);
        }
    }

    private void deliver(Message message) {
        if (message.news() != null) {
            connections.deliver(message.news());
        }
        if (message.headline() != null) {
            connections.deliver(message.headline());
        }
    }

    /** Whether Redis answers now. */
    Mono<Boolean> answers() {
        return Mono.defer(() -> redis.hasKey(CHANNEL))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .thenReturn(true)
                .onErrorReturn(false);
    }
}
