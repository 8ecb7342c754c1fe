package io.quanmin.wechatsandbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens in another thread, by a bounded poll. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Await() {}

    static void until(BooleanSupplier condition, String what) {
        if (!quietly(condition, PATIENCE)) {
            throw new AssertionError("Waited in vain for " + what);
        }
    }

    static boolean quietly(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return true;
    }
}
