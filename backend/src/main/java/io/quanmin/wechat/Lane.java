package io.quanmin.wechat;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** One account's calls for one purpose: own threads, bounded queue, deadline and circuit breaker. */
final class Lane implements AutoCloseable {

    private final WeChatSettings.Calls settings;
    private final Scheduler scheduler;
    private final CircuitBreaker breaker;

    Lane(String name, WeChatSettings.Calls settings) {
        this.settings = settings;
        this.scheduler = scheduler(name, settings);
        this.breaker = CircuitBreaker.of(name, breaking(settings));
    }

    /** WxJava blocks, so it gets virtual threads; their number is what bounds the connections. */
    private static Scheduler scheduler(String name, WeChatSettings.Calls settings) {
        int threads = settings.threads();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(settings.queue()),
                Thread.ofVirtual().name(name + "-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return Schedulers.fromExecutorService(pool, name);
    }

    private static CircuitBreakerConfig breaking(WeChatSettings.Calls settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.breakerCalls())
                .minimumNumberOfCalls(Math.max(2, settings.breakerCalls() / 2))
                .failureRateThreshold(settings.breakerFailures())
                .waitDurationInOpenState(settings.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordException(Lane::accountAway)
                .build();
    }

    /** A refusal of this one request says nothing about the next; a silence does, and so does a refused token. */
    private static boolean accountAway(Throwable failure) {
        return failure instanceof Silence || (failure instanceof Refusal refusal && Codes.accountAway(refusal.code()));
    }

    /** Runs a blocking call that tells its journey how far it came. Fails with a refusal, a silence or {@link WeChatAway}. */
    <T> Mono<T> run(Function<Journey, Reply<T>> call) {
        return Mono.defer(() -> attempt(new Journey(), call))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(CallNotPermittedException.class, open -> new WeChatAway(settings.breakerPause()))
                .onErrorMap(RejectedExecutionException.class, full -> new WeChatAway(settings.deadline()));
    }

    private <T> Mono<T> attempt(Journey journey, Function<Journey, Reply<T>> call) {
        return Mono.fromCallable(() -> call.apply(journey))
                .subscribeOn(scheduler)
                .timeout(settings.deadline(), Mono.error(journey::giveUp))
                .flatMap(Reply::opened);
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
