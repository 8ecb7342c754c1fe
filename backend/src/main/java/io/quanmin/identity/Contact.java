package io.quanmin.identity;

import io.quanmin.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a person by WeChat.
 *
 * @param openid in the mini-program; absent when never logged in there
 * @param serviceOpenid in the service account; absent when not linked
 * @param following whether they follow the service account now
 */
public record Contact(
        Id person, @Nullable String openid, @Nullable String serviceOpenid, boolean following) {

    /** Whether WeChat can bring them anything: somebody else must ring them up where it cannot. */
    public boolean reachable() {
        return openid != null || (serviceOpenid != null && following);
    }
}
