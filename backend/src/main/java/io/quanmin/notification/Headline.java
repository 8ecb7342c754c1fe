package io.quanmin.notification;

import io.quanmin.kernel.Id;
import java.time.Instant;

/**
 * Something everybody may read, shown at once to whoever is connected.
 *
 * @param kind of the frame, such as {@code article}
 */
public record Headline(String kind, Id subject, String title, String text, String link, Instant at) {}
