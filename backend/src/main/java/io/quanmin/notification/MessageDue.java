package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.outbox.EventName;
import java.time.Instant;
import java.util.Map;

/**
 * A person has news that WeChat may bring them.
 *
 * @param notice id of the notice's event
 */
@EventName("notification.message-due")
public record MessageDue(
        Id person,
        Id notice,
        String template,
        Map<String, String> parameters,
        String link,
        Urgency urgency,
        Instant at) {

    /** The same, not to be held up by what waits for a quieter hour. */
    @EventName("notification.urgent-message-due")
    public record Urgent(MessageDue message) {}
}
