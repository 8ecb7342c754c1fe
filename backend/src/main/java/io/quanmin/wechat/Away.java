package io.quanmin.wechat;

import java.io.IOException;
import java.time.Duration;

/** What a call's failure means to somebody who only wanted it done. */
final class Away {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Away() {}

    /** No answer is soon tried again; a refusal that no user can help waits for longer. */
    static WeChatAway because(IOException failure) {
        boolean busy = failure instanceof Refusal refusal && refusal.code() == Codes.BUSY;
        return new WeChatAway(busy || failure instanceof Silence ? SOON : A_MINUTE);
    }
}
