package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who one is, as one is told oneself.
 *
 * @param name absent until one gave a nickname
 * @param phone with its middle hidden; absent when none is bound
 */
record Me(
        Id id,
        @Nullable String name,
        @Nullable String phone,
        List<Role> roles,
        Agreed consent,
        @Nullable Service staff) {

    /** Which privacy agreement one agreed to, and which is in force. */
    record Agreed(@Nullable Integer agreedVersion, int currentVersion) {}

    /** One's place in the city's service. */
    record Service(
            Id id,
            String name,
            @Nullable Named unit,
            @Nullable Named area,
            Linked serviceAccount) {}

    /** Something by code and name. */
    record Named(String code, String name) {}

    /** Whether template messages reach them. */
    enum Linked {
        LINKED,
        UNFOLLOWED,
        NOT_LINKED;

        /** Out of whether they follow, which is unknown of one who is not linked. */
        static Linked of(@Nullable Boolean following) {
            if (following == null) {
                return NOT_LINKED;
            }
            return following ? LINKED : UNFOLLOWED;
        }
    }
}
