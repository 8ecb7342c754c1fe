package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** Which places a staff member's area holds. */
final class Scope {

    private static final int CITY_PREFIX = 4;

    private Scope() {}

    static boolean covers(Actor actor, String area) {
        String prefix = prefix(actor);
        return prefix != null && area.startsWith(prefix);
    }

    /**
     * What the codes of divisions in the actor's area begin with; absent for who has no area. A city's own code ends in two
     * zeros, its districts' share only the four digits before them.
     */
    static @Nullable String prefix(Actor actor) {
        String area = actor.area();
        return area == null ? null : prefix(area);
    }

    /** The same of a division's code. */
    static String prefix(String area) {
        boolean city = area.length() == CITY_PREFIX + 2 && area.endsWith("00");
        return city ? area.substring(0, CITY_PREFIX) : area;
    }
}
