package io.quanmin.notification.message;

import java.time.Instant;

/**
 * A report that a person accepted one more message.
 *
 * @param asked the popup's id from the client, or the event's from WeChat: a repeat has the same
 */
record Acceptance(String district, String openid, String template, String asked, Source source, Instant at) {

    /** Who reports it. */
    enum Source {
        CLIENT,
        WECHAT
    }
}
