package io.quanmin.wechat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Lets one message at a time go out to a person from all nodes, because WeChat refuses parallel ones (43108). Between nodes a
 * short lease in Redis does it; while Redis is away only the order within the node is kept, and WeChat's refusal is the guard.
 */
final class TurnsOfNodes {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOOKS = 40;
    private static final Duration REDIS = Duration.ofMillis(500);
    private static final RedisScript<Long> RELEASE = RedisScript.of(
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end",
            Long.class);

    private final Turns here;
    private final @Nullable ReactiveStringRedisTemplate redis;

    TurnsOfNodes(Turns here, @Nullable ReactiveStringRedisTemplate redis) {
        this.here = here;
        this.redis = redis;
    }

    /** Fails with {@link WeChatAway} when it is not this one's turn for two seconds. */
    <T> Mono<T> oneByOne(String person, Mono<T> work) {
        return here.oneByOne(person, redis == null ? work : leased(redis, "wechat:turn:" + person, work));
    }

    private <T> Mono<T> leased(ReactiveStringRedisTemplate template, String key, Mono<T> work) {
        String mine = UUID.randomUUID().toString();
        return Mono.usingWhen(lease(template, key, mine), lease -> work, lease -> release(template, key, mine));
    }

    /** One that Redis does not answer is as good as granted. */
    private static Mono<Boolean> lease(ReactiveStringRedisTemplate template, String key, String mine) {
        return Mono.defer(() -> template.opsForValue().setIfAbsent(key, mine, LEASE))
                .timeout(REDIS)
                .onErrorReturn(true)
                .filter(granted -> granted)
                .switchIfEmpty(Mono.error(() -> new WeChatAway(LEASE)))
                .retryWhen(Retry.fixedDelay(LOOKS, PAUSE).onRetryExhaustedThrow((all, last) -> last.failure()));
    }

    private static Mono<Void> release(ReactiveStringRedisTemplate template, String key, String mine) {
        return template.execute(RELEASE, List.of(key), List.of(mine))
                .then()
                .timeout(REDIS)
                .onErrorComplete();
    }
}
