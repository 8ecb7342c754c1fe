package io.quanmin.wechat.callback;

import io.quanmin.kernel.Problem;

/** A push that is not proven to come from WeChat: wrong signature, key, appid or age. Says nothing of which. */
final class PushNotGenuine extends Problem.Forbidden {

    PushNotGenuine() {
        super("wechat-push-not-genuine");
    }
}
