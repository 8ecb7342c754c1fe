package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.base.ShortMemory;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A {@code client_msg_id} is sent to a user once in ten minutes. What WeChat answers to the repetition is not documented;
 * here it is ok with the msgid of the first.
 */
final class SentOnce {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final ShortMemory<Long> sent;

    SentOnce(SandboxClock clock) {
        this.sent = new ShortMemory<>(clock, REMEMBERED);
    }

    long orElse(String userId, String clientMsgId, Supplier<Long> sending) {
        return clientMsgId.isEmpty() ? sending.get() : sent.orElse(userId + " " + clientMsgId, sending);
    }
}
