package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice.Urgency;
import java.time.Instant;
import java.util.List;

/**
 * One thing told to several people at once, each of whom has it under a cursor of their own.
 *
 * @param to who has it, and under which cursor
 */
public record News(String title, String text, String link, Instant at, Urgency urgency, List<To> to) {

    /** A recipient. */
    public record To(Id person, long cursor) {}

    /** As one recipient has it. */
    public Item item(long cursor) {
        return new Item(cursor, title, text, link, at, false, urgency);
    }
}
