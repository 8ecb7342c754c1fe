package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.LimitSettings.Limit;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit lets exactly so many pass, all at once or spread, and says truly when the next one may. */
class AllowanceTests {

    private static final Limit THREE_A_MINUTE = new Limit(3, Duration.ofMinutes(1));

    @Test
    void soManyPassAtOnceAndTheNextWaitsForOneGap() {
        long until = 0;
        for (int time = 0; time < 3; time++) {
            Allowance taken = Allowance.take(until, 1_000, THREE_A_MINUTE);
            assertThat(taken.pause()).isZero();
            until = taken.until();
        }
        Allowance refused = Allowance.take(until, 1_000, THREE_A_MINUTE);
        assertThat(refused.pause()).isEqualTo(Duration.ofSeconds(20));
        assertThat(refused.until()).isEqualTo(until);
        assertThat(Allowance.take(until, 21_000, THREE_A_MINUTE).pause()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20261123})
    void howeverTheyComeNoMorePassThanTheLimitAndWhatCameFreeSince(long seed) {
        Random random = new Random(seed);
        Limit limit = new Limit(1 + random.nextInt(50), Duration.ofMillis(1_000 + random.nextInt(100_000)));
        long now = 0;
        long until = 0;
        long passed = 0;
        for (int time = 0; time < 10_000; time++) {
            now += random.nextInt(200);
            Allowance taken = Allowance.take(until, now, limit);
            until = taken.until();
            passed += taken.pause().isZero() ? 1 : 0;
        }
        long most = limit.times() + now / limit.gap();
        assertThat(passed).as("seed %s", seed).isLessThanOrEqualTo(most);
    }
}
