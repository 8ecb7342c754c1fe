package io.quanmin.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.redis.RedisTemplateWxRedisOps;
import me.chanjar.weixin.common.redis.WxRedisOps;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the access tokens in Redis, so that all nodes share one, and in memory beside: with Redis away each node goes on with
 * the one it knows and asks for its own after that. A stable token makes this harmless, for WeChat gives everybody the same.
 */
final class TokenStore implements WxRedisOps {

    static final String PREFIX = "wechat";

    /** What WxJava's mini-program side itself takes off a token's life. */
    static final int WXJAVA_MARGIN = 200;

    private final Map<String, Kept> memory = new ConcurrentHashMap<>();
    private final RedisOrNot redis;
    private final Clock clock;

    private record Kept(String value, Instant until) {}

    TokenStore(RedisOrNot redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Seconds to keep a token: a margin before its end, smaller where its life is short; never none, never for ever. */
    static int kept(int seconds) {
        return Math.max(1, seconds - Math.min(WXJAVA_MARGIN, seconds / 2));
    }

    @Override
    public @Nullable String getValue(String key) {
        return redis.ask(template -> new RedisTemplateWxRedisOps(template).getValue(key), () -> remembered(key));
    }

    private @Nullable String remembered(String key) {
        Kept kept = memory.get(key);
        return kept == null || !kept.until().isAfter(clock.instant()) ? null : kept.value();
    }

    @Override
    public void setValue(String key, String value, int expire, TimeUnit unit) {
        Duration life = Duration.of(expire, unit.toChronoUnit());
        memory.put(key, new Kept(value, clock.instant().plus(life)));
        redis.tell(template -> template.opsForValue().set(key, value, life));
    }

    @Override
    public Long getExpire(String key) {
        return redis.ask(template -> new RedisTemplateWxRedisOps(template).getExpire(key), () -> left(key));
    }

    private Long left(String key) {
        Kept kept = memory.get(key);
        return kept == null
                ? -2L
                : Math.max(0, Duration.between(clock.instant(), kept.until()).toSeconds());
    }

    @Override
    public void expire(String key, int expire, TimeUnit unit) {
        memory.remove(key);
        redis.tell(template -> template.delete(key));
    }

    @Override
    public Lock getLock(String key) {
        return new TokenLock(redis, key);
    }
}
