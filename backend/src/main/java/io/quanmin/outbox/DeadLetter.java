package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import java.time.Instant;

/**
 * A delivery that no attempt could bring to its consumer.
 *
 * @param event name of the event, such as {@code casework.stepped}
 * @param subject what it happened to
 * @param error of the last attempt
 */
record DeadLetter(Id id, String consumer, String event, Id subject, int attempts, String error, Instant diedAt) {}
