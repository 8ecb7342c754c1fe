package io.quanmin.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * What came of a message.
 *
 * @param code WeChat's errcode, where it refused
 * @param wechatId by which its result will be told
 */
record Settled(
        MessageState state,
        @Nullable Integer code,
        @Nullable String reason,
        @Nullable String wechatId) {

    static Settled as(MessageState state) {
        return new Settled(state, null, null, null);
    }

    static Settled taken(String wechatId) {
        return new Settled(MessageState.TAKEN, null, null, wechatId);
    }

    static Settled because(MessageState state, @Nullable Integer code, String reason) {
        return new Settled(state, code, reason, null);
    }
}
