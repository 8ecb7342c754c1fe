package io.quanmin.identity;

import io.quanmin.kernel.Role;
import java.util.Set;

/** Graded protection keeps three administrations apart. */
final class Administration {

    private static final Set<Role> APART = Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private Administration() {}

    /** Whether somebody may hold these roles together. */
    static boolean fit(Set<Role> roles) {
        return roles.stream().filter(APART::contains).count() <= 1;
    }
}
