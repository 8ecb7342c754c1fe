package io.quanmin.wechatsandbox.push;

import java.time.Duration;

/**
 * How patient WeChat is, on the real clock.
 *
 * @param timeout of one attempt, 5 s in truth
 * @param attempts in all, 3 in truth
 * @param pause between attempts; WeChat does not say
 */
public record PushTiming(Duration timeout, int attempts, Duration pause) {

    public static PushTiming asDocumented() {
        return new PushTiming(Duration.ofSeconds(5), 3, Duration.ofSeconds(1));
    }
}
