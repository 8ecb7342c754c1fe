package io.quanmin.wechatsandbox.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxClockTest {

    private final SandboxClock clock = new SandboxClock();

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void frozenItStandsStillUntilItIsMoved() {
        clock.freeze();
        Instant stood = clock.now();

        assertThat(clock.now()).isEqualTo(stood);
        clock.advance(Duration.ofDays(3));
        assertThat(clock.now()).isEqualTo(stood.plus(Duration.ofDays(3)));
    }

    @Test
    void thawedItGoesOnFromWhereItStood() {
        clock.freeze();
        clock.advance(Duration.ofDays(3));
        Instant stood = clock.now();
        clock.thaw();

        assertThat(clock.now()).isBetween(stood, stood.plusSeconds(30));
        assertThat(clock.isFrozen()).isFalse();
    }

    @Test
    void whatIsDueHappensWhenTheClockIsMovedPastItAndNotBefore() throws InterruptedException {
        clock.freeze();
        CountDownLatch near = new CountDownLatch(1);
        CountDownLatch far = new CountDownLatch(1);
        clock.after(Duration.ofMinutes(2), far::countDown);
        clock.after(Duration.ofMinutes(1), near::countDown);
        clock.advance(Duration.ofMinutes(1));

        assertThat(near.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(far.getCount()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(far.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tickingItDoesWhatIsDueByItself() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        clock.after(Duration.ofMillis(20), done::countDown);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itNeverGoesBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
