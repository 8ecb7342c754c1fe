package io.quanmin.notification.live;

import org.jspecify.annotations.Nullable;

/**
 * What a client says first.
 *
 * @param after the cursor of the last item it has; absent begins with what comes now
 */
record FirstFrame(String ticket, @Nullable Long after) {}
