package io.quanmin.wechat;

import io.quanmin.kernel.Problem;
import java.time.Duration;

/** WeChat's servers do not answer in time, or refuse us for now. */
public final class WeChatAway extends Problem.Unavailable {

    public WeChatAway(Duration retryAfter) {
        super("wechat-away", retryAfter);
    }
}
