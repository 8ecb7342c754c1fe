package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A {@code client_msg_id} is sent to a user once in ten minutes. What WeChat answers to the repetition is not documented;
 * here it is ok with the msgid of the first.
 */
final class SentOnce {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private record Sent(Instant at, long msgId) {}

    private final Map<String, Sent> sent = new HashMap<>();
    private final SandboxClock clock;

    SentOnce(SandboxClock clock) {
        this.clock = clock;
    }

    synchronized long orElse(String userId, String clientMsgId, LongSupplier sending) {
        if (clientMsgId.isEmpty()) {
            return sending.getAsLong();
        }
        sent.values().removeIf(old -> !old.at().plus(REMEMBERED).isAfter(clock.now()));
        String key = userId + " " + clientMsgId;
        Sent before = sent.get(key);
        if (before != null) {
            return before.msgId();
        }
        long msgId = sending.getAsLong();
        sent.put(key, new Sent(clock.now(), msgId));
        return msgId;
    }
}
