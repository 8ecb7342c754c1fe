package io.quanmin.casework;

import io.quanmin.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of their desk again and again.
 *
 * @param name they gave it
 * @param queue code; absent for the whole desk
 * @param sort as the desk is asked for; absent for its usual order
 */
record DeskView(
        Id id,
        String name,
        @Nullable String queue,
        @Nullable String sort,
        DeskQuery filter) {}
