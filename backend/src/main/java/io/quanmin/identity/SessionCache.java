package io.quanmin.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sessions in Redis for a short while; without Redis there is simply none. */
@Component
final class SessionCache {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCache.class);
    private static final String KEY = "quanmin:identity:session:";
    private static final String GONE = "";
    /** Longer than any reader takes from reading PostgreSQL to writing here. */
    private static final Duration GONE_FOR = Duration.ofSeconds(30);

    private static final RedisScript<Long> KEEP = RedisScript.of("""
            if redis.call('GET', KEYS[1]) == '' then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final RedisGuard guard;
    private final JsonMapper json;
    private final SessionSettings settings;
    private final Clock clock;

    SessionCache(
            ReactiveStringRedisTemplate redis,
            RedisGuard guard,
            JsonMapper json,
            SessionSettings settings,
            Clock clock) {
        this.redis = redis;
        this.guard = guard;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<LiveSession> find(byte[] hash) {
        return guard.ask(() -> redis.opsForValue().get(key(hash))).flatMap(this::read);
    }

    /** Keeps a session; not where it was forgotten meanwhile. */
    Mono<Void> keep(byte[] hash, LiveSession session) {
        String kept = json.writeValueAsString(new Kept(clock.instant(), session));
        List<String> values = List.of(kept, Long.toString(settings.cached().toMillis()));
        return guard.ask(() -> redis.execute(KEEP, List.of(key(hash)), values).next())
                .then();
    }

    /**
     * Forgets a session that was revoked or changed. A mark is left so that a reader who saw it before does not write it again.
     *
     * @return whether Redis heard it
     */
    Mono<Boolean> forget(byte[] hash) {
        return guard.ask(() -> redis.opsForValue().set(key(hash), GONE, GONE_FOR))
                .defaultIfEmpty(false);
    }

    private Mono<LiveSession> read(String text) {
        try {
            return text.equals(GONE) ? Mono.empty() : trusted(json.readValue(text, Kept.class));
        } catch (JacksonException otherVersion) {
            LOG.debug("A session another version of this service wrote", otherVersion);
            return Mono.empty();
        }
    }

    /** What was kept before Redis was away may have ended without Redis hearing of it. */
    private Mono<LiveSession> trusted(Kept kept) {
        return guard.answeredWhen(kept.at()) ? Mono.just(kept.session()) : Mono.empty();
    }

    private static String key(byte[] hash) {
        return KEY + HexFormat.of().formatHex(hash);
    }

    /** A session as it was when it was kept. */
    record Kept(Instant at, LiveSession session) {}
}
