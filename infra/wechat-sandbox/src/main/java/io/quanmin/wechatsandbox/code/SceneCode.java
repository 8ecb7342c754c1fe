package io.quanmin.wechatsandbox.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parametric code of the service account.
 *
 * @param id the number it carries, 0 when it carries a text
 * @param text what it carries, as text in either case
 * @param endsAt null when it is permanent
 */
public record SceneCode(
        String ticket,
        String url,
        long id,
        String text,
        @Nullable Instant endsAt) {

    /** What {@code qr_scene_str} shows: empty when the code carries a number. */
    public String sceneText() {
        return id == 0 ? text : "";
    }

    boolean livesAt(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }
}
