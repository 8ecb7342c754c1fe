package io.quanmin.identity;

import io.quanmin.kernel.Role;
import java.util.Set;

/** Graded protection keeps three administrations apart. */
final class Administration {

    private static final Set<Role> APART = Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private Administration() {}

    /** Whether these roles hold an administration. */
    static boolean any(Set<Role> roles) {
        return roles.stream().anyMatch(APART::contains);
    }

    /** Whether who administers by these roles may have those in hand as well: no administration among them but their own. */
    static boolean mayHave(Set<Role> roles, Set<Role> those) {
        return roles.contains(Role.SYSTEM_ADMIN)
                && those.stream().filter(APART::contains).allMatch(roles::contains);
    }

    /** Whether somebody may hold these roles together. */
    static boolean fit(Set<Role> roles) {
        return roles.stream().filter(APART::contains).count() <= 1;
    }
}
