package io.quanmin.wechat;

import java.io.IOException;

/** No answer that can be read came from WeChat; it never leaves this module. */
final class Silence extends IOException {

    private final boolean sent;
    private final String what;

    /** Whether the request had left: then it may have had its effect. */
    Silence(boolean sent, String what) {
        super(what);
        this.sent = sent;
        this.what = what;
    }

    boolean sent() {
        return sent;
    }

    /** What there was instead of an answer. */
    String what() {
        return what;
    }
}
