package io.quanmin.identity;

import io.quanmin.kernel.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A staff member to be set up.
 *
 * @param login by which they log in at the desk; 3 to 40 of {@code [a-z0-9._-]}, in any case
 * @param name their real name, 1 to 20 characters
 * @param password for the desk; absent where they serve from WeChat only
 * @param roles what they may do; {@code CITIZEN} is not given, it comes with WeChat
 * @param unit code of the unit they serve in
 * @param area code of the division they work in: they see what begins with it
 * @param onDuty whether their unit's tasks reach them
 */
public record NewStaff(
        String login,
        String name,
        @Nullable String password,
        Set<Role> roles,
        @Nullable String unit,
        @Nullable String area,
        boolean onDuty) {

    public NewStaff {
        roles = Set.copyOf(roles);
    }

    /** What codes of the divisions inside their area begin with: a city's code is cut to the four digits its districts share. */
    @Nullable
    String scope() {
        String code = area;
        return code != null && code.length() == 6 && code.endsWith("00") ? code.substring(0, 4) : code;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "NewStaff[" + login + ", " + name + ", " + roles + "]";
    }
}
