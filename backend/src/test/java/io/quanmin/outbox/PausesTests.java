package io.quanmin.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PausesTests {

    private final Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(10), 12);
    private final Random random = new Random(20261123);

    @Test
    void eachPauseIsUpToTwiceTheLastAndNeverLessThanHalfOfIt() {
        for (int attempt = 1; attempt <= 9; attempt++) {
            Duration whole = Duration.ofSeconds(1L << (attempt - 1));
            assertThat(pauses.after(attempt, random)).isBetween(whole.dividedBy(2), whole);
        }
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        for (int attempt = 10; attempt < 200; attempt++) {
            assertThat(pauses.after(attempt, random)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
        }
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(pauses.usedUp(11)).isFalse();
        assertThat(pauses.usedUp(12)).isTrue();
    }
}
