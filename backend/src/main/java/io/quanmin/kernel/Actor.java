package io.quanmin.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: the person behind a live session. A controller method takes one as a parameter; it is never absent there.
 *
 * @param person the human being, the same for their citizen and their staff side once linked: what "never one's own" compares
 * @param session the session this comes from
 * @param staff their staff record, where they serve
 * @param unit the unit they serve in
 * @param area code of the division they work in: they see what begins with it; absent for a citizen
 * @param openid in the mini-program, where they logged in through it: whom WeChat's content check is told
 */
public record Actor(
        Id person,
        Id session,
        Set<Role> roles,
        @Nullable Id staff,
        @Nullable Id unit,
        @Nullable String area,
        @Nullable String openid) {

    /** Whether they have any of these roles. */
    public boolean is(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a place lies in the area they work in. */
    public boolean worksIn(String areaCode) {
        return area != null && areaCode.startsWith(area);
    }
}
