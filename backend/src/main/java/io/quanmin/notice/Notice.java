package io.quanmin.notice;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Map;

/**
 * Something said to people.
 *
 * @param subject what it is about, such as a case; order is kept per subject
 * @param template key of the text, such as {@code case.accepted}; {@code notification} holds the texts and, where one is
 *     configured, the WeChat template
 * @param parameters what the text names, already in the words people read
 * @param link where a tap leads: a page of the mini-program with its query, without a leading slash
 */
public record Notice(
        Id subject,
        Audience audience,
        String template,
        Map<String, String> parameters,
        String link,
        Urgency urgency,
        Instant at) {

    /** How far it goes to reach a person. */
    public enum Urgency {
        /** Inbox and live push. */
        QUIET,
        /** Also by WeChat message where the person agreed or serves. */
        NORMAL,
        /** As normal, at any hour and never bundled. */
        URGENT
    }
}
