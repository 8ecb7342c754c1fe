package io.quanmin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The guard itself: a sleep is found on each kind of thread that must never wait, and nowhere else. */
@CityTest
class NobodyBlocksTest {

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @Test
    void whoBlocksAThreadOfReactorIsFound() {
        Mono.fromRunnable(NobodyBlocksTest::sleep)
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .verifyComplete();
        isFound("parallel-");
    }

    @Test
    void whoBlocksTheThreadOfTheDatabaseIsFound() {
        database.sql("select 1")
                .mapValue(Integer.class)
                .one()
                .doOnNext(one -> sleep())
                .as(StepVerifier::create)
                .expectNext(1)
                .verifyComplete();
        isFound("reactor-tcp-");
    }

    @Test
    void whoBlocksTheThreadOfRedisIsFound() {
        redis.hasKey("nobody-blocks-nothing-here")
                .doOnNext(known -> sleep())
                .as(StepVerifier::create)
                .expectNext(false)
                .verifyComplete();
        isFound("lettuce-");
    }

    @Test
    void aThreadForBlockingWorkMayBlock() {
        Mono.fromRunnable(NobodyBlocksTest::sleep)
                .subscribeOn(Schedulers.boundedElastic())
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(NobodyBlocks.found()).isEmpty();
    }

    private static void isFound(String thread) {
        assertThat(NobodyBlocks.found())
                .singleElement()
                .asString()
                .contains("java.lang.Thread.sleep")
                .contains(" on " + thread)
                .contains("NobodyBlocksTest.sleep");
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
