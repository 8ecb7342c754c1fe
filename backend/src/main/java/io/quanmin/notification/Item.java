package io.quanmin.notification;

import io.quanmin.notice.Notice.Urgency;
import java.time.Instant;

/**
 * Something a person was told, in their inbox.
 *
 * @param cursor counts a person's items from 1 without gaps; the newest has the highest
 * @param link a page of the mini-program with its query, without a leading slash
 */
public record Item(long cursor, String title, String text, String link, Instant at, boolean read, Urgency urgency) {}
