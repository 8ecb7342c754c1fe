package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** When each user was last inside the mini-program: content can be checked for two hours after. */
public final class Visits {

    private static final Duration RECENT = Duration.ofHours(2);

    private final Map<String, Instant> last = new ConcurrentHashMap<>();
    private final SandboxClock clock;

    public Visits(SandboxClock clock) {
        this.clock = clock;
    }

    public void visit(String userId) {
        last.put(userId, clock.now());
    }

    /** As if the user had never been here. */
    public void forget(String userId) {
        last.remove(userId);
    }

    /** Refuses with 61010 when the last visit is longer ago than two hours. */
    public void requireRecent(String userId) {
        Instant visit = last.get(userId);
        if (visit == null || visit.plus(RECENT).isBefore(clock.now())) {
            throw new Refusal(61010, "code is expired");
        }
    }

    /** Empty when the user was never here. */
    public Optional<Instant> of(String userId) {
        return Optional.ofNullable(last.get(userId));
    }

    public Map<String, Instant> all() {
        return new TreeMap<>(last);
    }

    public void restore(Map<String, Instant> saved) {
        last.putAll(saved);
    }
}
