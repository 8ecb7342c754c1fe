package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class TurnsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Turns turns = new Turns(4);
    private final List<String> done = new CopyOnWriteArrayList<>();

    private Mono<String> work(String key, String name, Mono<Void> until) {
        return turns.oneByOne(key, until.then(Mono.fromSupplier(() -> finished(name))));
    }

    private String finished(String name) {
        done.add(name);
        return name;
    }

    @Test
    void whatIsAskedForFirstIsDoneFirst() {
        Sinks.Empty<Void> gate = Sinks.empty();
        Flux<String> all =
                Flux.merge(work("a", "1", gate.asMono()), work("a", "2", Mono.empty()), work("a", "3", Mono.empty()));
        StepVerifier.create(all)
                .then(() -> assertThat(done).isEmpty())
                .then(() -> gate.tryEmitEmpty().orThrow())
                .expectNextCount(3)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(done).containsExactly("1", "2", "3");
    }

    @Test
    void otherKeysDoNotWait() {
        Disposable held = work("a", "1", Mono.never()).subscribe();
        StepVerifier.create(work("b", "2", Mono.empty()))
                .expectNext("2")
                .expectComplete()
                .verify(PATIENCE);
        held.dispose();
    }

    @Test
    void oneThatIsCancelledWhileWaitingLeavesItsPlace() {
        Sinks.Empty<Void> gate = Sinks.empty();
        Disposable first = work("a", "1", gate.asMono()).subscribe();
        Disposable second = work("a", "2", Mono.empty()).subscribe();
        second.dispose();
        StepVerifier.create(work("a", "3", Mono.empty()))
                .then(() -> gate.tryEmitEmpty().orThrow())
                .expectNext("3")
                .expectComplete()
                .verify(PATIENCE);
        assertThat(done).containsExactly("1", "3");
        first.dispose();
    }

    @Test
    void oneThatIsCancelledOrFailsInItsTurnLetsTheNextCome() {
        Disposable first = work("a", "1", Mono.never()).subscribe();
        first.dispose();
        StepVerifier.create(work("a", "2", Mono.error(new IllegalStateException("as the test asked"))))
                .expectError(IllegalStateException.class)
                .verify(PATIENCE);
        StepVerifier.create(work("a", "3", Mono.empty()))
                .expectNext("3")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whenTooManyWaitOneMoreIsTurnedAway() {
        List<Disposable> held = Flux.range(0, 5)
                .map(i -> work("a", "x", Mono.never()).subscribe())
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
        StepVerifier.create(work("a", "y", Mono.empty()))
                .expectError(WeChatAway.class)
                .verify(PATIENCE);
        held.forEach(Disposable::dispose);
        StepVerifier.create(work("a", "z", Mono.empty()))
                .expectNext("z")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void neverTwoAtOnceHoweverTheyComeAndGo() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Turns wide = new Turns(10_000);
        // Using cleans up before it says that it is done, so what is seen at once really was.
        Mono<Void> work = Mono.using(
                () -> most.accumulateAndGet(inside.incrementAndGet(), Math::max),
                entered -> Mono.delay(Duration.ofNanos(200_000)).then(),
                entered -> inside.decrementAndGet());
        Flux<Void> all = Flux.range(0, 400)
                .flatMap(
                        i -> {
                            Mono<Void> one = wide.oneByOne("a", work).subscribeOn(Schedulers.parallel());
                            return random.nextInt(4) == 0
                                    ? one.timeout(Duration.ofMillis(random.nextInt(40) + 1))
                                            .onErrorComplete()
                                    : one;
                        },
                        400);
        StepVerifier.create(all).expectComplete().verify(PATIENCE);
        assertThat(most).hasValue(1);
        StepVerifier.create(wide.oneByOne("a", Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(PATIENCE);
    }
}
