package io.quanmin.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks until something is so. */
public final class Await {

    private Await() {}

    public static void until(Duration patience, BooleanSupplier condition) {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It did not come about within " + patience);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
