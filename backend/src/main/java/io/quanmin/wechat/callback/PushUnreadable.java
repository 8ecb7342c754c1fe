package io.quanmin.wechat.callback;

import io.quanmin.kernel.Problem;

/** A push that is neither the JSON nor the XML it should be. */
final class PushUnreadable extends Problem.BadInput {

    PushUnreadable() {
        super("wechat-push-unreadable");
    }
}
