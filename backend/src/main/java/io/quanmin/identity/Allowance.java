package io.quanmin.identity;

import java.time.Duration;

/**
 * The rule of a rate limit (the generic cell rate algorithm): a moment moves ahead by one gap for each that is taken, and may
 * be ahead of the clock by at most the whole span. One number per key, exact, and no edge at which twice as many pass.
 *
 * @param until the moment, in milliseconds; what is past is as good as nothing
 * @param pause how long until one comes free; zero when one was taken
 */
record Allowance(long until, Duration pause) {

    static Allowance take(long until, long now, LimitSettings.Limit limit) {
        long next = Math.max(now, until) + limit.gap();
        long wait = next - limit.gap() * limit.times() - now;
        return wait > 0 ? new Allowance(until, Duration.ofMillis(wait)) : new Allowance(next, Duration.ZERO);
    }
}
