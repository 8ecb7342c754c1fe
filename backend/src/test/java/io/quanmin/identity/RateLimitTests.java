package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Limits are kept for all nodes together, and by each node while Redis is away. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class RateLimitTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(NOON, Duration.ofSeconds(13));
    private static final LimitSettings FIVE_A_MINUTE =
            new LimitSettings(Map.of(RateLimits.Kind.REPORT, new LimitSettings.Given(5, Duration.ofMinutes(1))));
    /** The machine that tests may be busy: here Redis gets the time it needs. */
    private static final GuardSettings PATIENT = new GuardSettings(Duration.ofSeconds(20), Duration.ZERO);

    @Autowired
    private ReactiveStringRedisTemplate redis;

    private final String key = UUID.randomUUID().toString();

    @Test
    void twoNodesTogetherLetFivePassAndSayWhenTheNextMay() {
        RateLimits one = node(NOON);
        RateLimits two = node(NOON);
        assertThat(passed(Flux.range(0, 12).flatMap(time -> tried(time % 2 == 0 ? one : two), 12)))
                .isEqualTo(5);
        two.take(RateLimits.Kind.REPORT, key)
                .as(StepVerifier::create)
                .expectErrorSatisfies(
                        refused -> assertThat(((TooOften) refused).retryAfter()).contains(Duration.ofSeconds(12)))
                .verify();
        node(LATER).take(RateLimits.Kind.REPORT, key).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void othersAreNotCountedWithOne() {
        RateLimits node = node(NOON);
        assertThat(passed(Flux.range(0, 6).concatMap(time -> tried(node)))).isEqualTo(5);
        node.take(RateLimits.Kind.REPORT, key + "x").as(StepVerifier::create).verifyComplete();
        node.take(RateLimits.Kind.UPLOAD, key).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void withoutRedisEachNodeCountsForItself() {
        RedisGuard cut = new RedisGuard(new GuardSettings(Duration.ofSeconds(20), Duration.ofDays(1)), NOON);
        cut.ask(() -> Mono.error(new IOException("connection refused")))
                .as(StepVerifier::create)
                .verifyComplete();
        RateLimits alone = new CountedLimits(redis, cut, FIVE_A_MINUTE, NOON);
        assertThat(passed(Flux.range(0, 9).concatMap(time -> tried(alone)))).isEqualTo(5);
        cut.close();
    }

    private RateLimits node(Clock clock) {
        return new CountedLimits(redis, new RedisGuard(PATIENT, NOON), FIVE_A_MINUTE, clock);
    }

    private Mono<Boolean> tried(RateLimits node) {
        return node.take(RateLimits.Kind.REPORT, key).thenReturn(true).onErrorReturn(TooOften.class, false);
    }

    private static long passed(Flux<Boolean> tries) {
        return now(tries.filter(passed -> passed).count());
    }
}
