package io.quanmin.wechatsandbox.base;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Remembers things by name for a while on the virtual clock. What has ended is swept once in {@value #SWEEP} additions, so that a
 * load test costs neither memory nor a search at each step.
 */
public final class ShortMemory<V> {

    private static final int SWEEP = 4_096;

    private record Kept<V>(V value, Instant until) {}

    private final Map<String, Kept<V>> entries = new ConcurrentHashMap<>();
    private final AtomicInteger additions = new AtomicInteger();
    private final SandboxClock clock;
    private final Duration life;

    public ShortMemory(SandboxClock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    public void put(String name, V value) {
        Instant now = clock.now();
        entries.put(name, new Kept<>(value, now.plus(life)));
        sweep(now);
    }

    /** Empty once its time is over. */
    public Optional<V> get(String name) {
        Instant now = clock.now();
        return Optional.ofNullable(entries.get(name))
                .filter(kept -> now.isBefore(kept.until()))
                .map(Kept::value);
    }

    /** What is remembered; else what {@code making} gives, remembered from now. {@code making} runs at most once at a time for a name. */
    public V orElse(String name, Supplier<V> making) {
        Instant now = clock.now();
        Kept<V> kept = entries.compute(
                name,
                (unused, before) -> before != null && now.isBefore(before.until())
                        ? before
                        : new Kept<>(making.get(), now.plus(life)));
        sweep(now);
        return kept.value();
    }

    private void sweep(Instant now) {
        if (additions.incrementAndGet() % SWEEP == 0) {
            entries.values().removeIf(kept -> !now.isBefore(kept.until()));
        }
    }
}
