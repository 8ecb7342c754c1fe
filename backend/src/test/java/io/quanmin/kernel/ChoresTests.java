package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.publisher.Mono;

/** What comes round on every node. */
class ChoresTests {

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void aChoreComesRoundAgainAfterItFailedAndEndsWithTheApplication() {
        try (AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext()) {
            application.registerBean(Chore.class, Failing::new);
            application.register(Chores.class);
            application.refresh();
            await().untilAtomic(rounds, org.hamcrest.Matchers.greaterThan(3));
        }
        int seen = rounds.get();
        await().during(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(rounds).hasValue(seen));
    }

    private final class Failing implements Chore {

        @Override
        public Duration every() {
            return Duration.ofMillis(5);
        }

        @Override
        public Mono<Integer> round() {
            return Mono.fromCallable(() -> {
                if (rounds.incrementAndGet() % 2 == 1) {
                    throw new IllegalStateException("on purpose");
                }
                return rounds.get();
            });
        }
    }
}
