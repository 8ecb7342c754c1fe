package io.quanmin.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Redis for what can do without it. After one failure it is left alone for a while, so that its silence costs one call its
 * time and not every call. Blocks: for a lane's threads only.
 */
final class RedisOrNot {

    private static final Logger LOG = LoggerFactory.getLogger(RedisOrNot.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final @Nullable StringRedisTemplate template;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    RedisOrNot(@Nullable StringRedisTemplate template, Clock clock) {
        this.template = template;
        this.clock = clock;
    }

    /** Redis' answer, or the other one while it is away. */
    <T extends @Nullable Object> T ask(Function<StringRedisTemplate, T> question, Supplier<T> otherwise) {
        if (template == null || clock.instant().isBefore(awayUntil)) {
            return otherwise.get();
        }
        try {
            return question.apply(template);
        } catch (RuntimeException away) {
            awayUntil = clock.instant().plus(LEFT_ALONE);
            LOG.warn(
                    "Redis does not answer; WeChat's tokens are kept in memory: {}",
                    away.getClass().getSimpleName());
            return otherwise.get();
        }
    }

    private static boolean heard(Consumer<StringRedisTemplate> news, StringRedisTemplate redis) {
        news.accept(redis);
        return true;
    }

    /** Tells Redis, unless it is away. */
    void tell(Consumer<StringRedisTemplate> news) {
        boolean told = ask(redis -> heard(news, redis), () -> false);
        if (!told) {
            LOG.debug("Redis was not told");
        }
    }
}
