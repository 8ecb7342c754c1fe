package io.quanmin.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How something is said.
 *
 * @param stage which of the three subscribe templates tells it to a citizen
 * @param service whether the service account tells it to officials
 * @param replaces whether it is said in place of what people were told about the subject before, and to nobody else
 * @param fields field of the WeChat template, such as {@code thing2}, to the text that goes into it
 */
public record Template(
        String key,
        String title,
        String text,
        @Nullable Stage stage,
        boolean service,
        boolean replaces,
        Map<String, String> fields) {

    /** What a citizen can subscribe to, in one tap at submit. */
    public enum Stage {
        ACCEPTED,
        HANDLED,
        CLOSED
    }

    /** Whether it is ever told by WeChat. */
    boolean leavesTheHouse() {
        return stage != null || service;
    }
}
