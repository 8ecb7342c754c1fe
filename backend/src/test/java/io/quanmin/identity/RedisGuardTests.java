package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** While Redis is away nobody waits for it but one caller in each pause. */
class RedisGuardTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicInteger asked = new AtomicInteger();
    private final RedisGuard guard =
            new RedisGuard(new GuardSettings(Duration.ofSeconds(20), Duration.ofSeconds(2)), new Hand());

    @AfterEach
    void close() {
        guard.close();
    }

    @Test
    void anAnswerIsHandedOn() {
        guard.ask(() -> Mono.just("pong"))
                .as(StepVerifier::create)
                .expectNext("pong")
                .verifyComplete();
        assertThat(guard.answering()).isTrue();
    }

    @Test
    void afterAFailureOneCallerInEachPauseFindsOutWhetherItIsBack() {
        for (int caller = 0; caller < 5; caller++) {
            guard.ask(this::failing).as(StepVerifier::create).verifyComplete();
        }
        assertThat(asked).hasValue(1);
        now.set(NOON.plusSeconds(2));
        for (int caller = 0; caller < 5; caller++) {
            guard.ask(this::failing).as(StepVerifier::create).verifyComplete();
        }
        assertThat(asked).hasValue(2);
        now.set(NOON.plusSeconds(4));
        guard.ask(() -> Mono.just("pong"))
                .as(StepVerifier::create)
                .expectNext("pong")
                .verifyComplete();
        guard.ask(() -> Mono.just("pong"))
                .as(StepVerifier::create)
                .expectNext("pong")
                .verifyComplete();
    }

    @Test
    void whatWasWrittenBeforeItWasAwayIsNotTrustedWhenItIsBack() {
        guard.ask(() -> Mono.just("pong"))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        Instant written = NOON.plusSeconds(1);
        assertThat(guard.answeredWhen(written)).isTrue();
        guard.ask(this::failing).as(StepVerifier::create).verifyComplete();
        assertThat(guard.answeredWhen(written)).isFalse();
        now.set(NOON.plusSeconds(10));
        guard.ask(() -> Mono.just("pong"))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(guard.answeredWhen(written)).isFalse();
        assertThat(guard.answeredWhen(NOON.plusSeconds(11))).isTrue();
    }

    private Mono<String> failing() {
        asked.incrementAndGet();
        return Mono.error(new IllegalStateException("connection refused"));
    }

    /** A clock whose hand the test moves. */
    private final class Hand extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
