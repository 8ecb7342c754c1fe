package io.quanmin.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts in Redis for all nodes, and in memory for this one while Redis is away. */
@Component
final class CountedLimits implements RateLimits {

    private static final String KEY = "quanmin:identity:limit:";
    private static final int KEYS_IN_MEMORY = 20_000;

    /** The same rule as {@link Allowance}, in one step for all nodes. */
    private static final RedisScript<Long> TAKE = RedisScript.of("""
            local now, gap, span = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local ahead = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0')) + gap
            local wait = ahead - span - now
            if wait > 0 then return wait end
            redis.call('SET', KEYS[1], string.format('%.0f', ahead), 'PX', string.format('%.0f', ahead - now))
            return 0
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final RedisGuard guard;
    private final LimitSettings settings;
    private final Clock clock;
    private final Map<String, Long> memory = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KEYS_IN_MEMORY;
        }
    };

    CountedLimits(ReactiveStringRedisTemplate redis, RedisGuard guard, LimitSettings settings, Clock clock) {
        this.redis = redis;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Void> take(Kind kind, String key) {
        LimitSettings.Limit limit = settings.of(kind);
        String counted = KEY + kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + key;
        return guard.ask(() -> takeTogether(counted, limit))
                .switchIfEmpty(Mono.fromSupplier(() -> takeHere(counted, limit)))
                .filter(Duration::isPositive)
                .flatMap(wait -> Mono.error(new TooOften(wait)));
    }

    private Mono<Duration> takeTogether(String key, LimitSettings.Limit limit) {
        List<String> values = List.of(
                Long.toString(clock.millis()), Long.toString(limit.gap()), Long.toString(limit.gap() * limit.times()));
        return redis.execute(TAKE, List.of(key), values).next().map(Duration::ofMillis);
    }

    private Duration takeHere(String key, LimitSettings.Limit limit) {
        synchronized (memory) {
            Allowance taken = Allowance.take(memory.getOrDefault(key, 0L), clock.millis(), limit);
            memory.put(key, taken.until());
            return taken.pause();
        }
    }
}
