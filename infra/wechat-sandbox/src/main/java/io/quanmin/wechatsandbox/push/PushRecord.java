package io.quanmin.wechatsandbox.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One event with what became of it.
 *
 * @param at when it happened, on the virtual clock
 * @param body before encryption
 * @param attempts one line for each time it was sent: the HTTP status, or what went wrong
 */
public record PushRecord(
        long id,
        Instant at,
        String appid,
        String openid,
        String event,
        String body,
        State state,
        List<String> attempts) {

    /** Where a push stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Three attempts without an answer. */
        FAILED,
        /** Never sent, by an injected fault. */
        LOST,
        /** The account has no callback URL. */
        NOT_CONFIGURED
    }

    PushRecord withId(long other) {
        return new PushRecord(other, at, appid, openid, event, body, state, attempts);
    }

    PushRecord now(State next) {
        return new PushRecord(id, at, appid, openid, event, body, next, attempts);
    }

    PushRecord attempted(String outcome, State next) {
        List<String> all = new ArrayList<>(attempts);
        all.add(outcome);
        return new PushRecord(id, at, appid, openid, event, body, next, List.copyOf(all));
    }
}
