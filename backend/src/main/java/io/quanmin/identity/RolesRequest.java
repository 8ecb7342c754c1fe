package io.quanmin.identity;

import io.quanmin.kernel.Form;
import io.quanmin.kernel.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** @param roles names of all the roles somebody is to have */
record RolesRequest(@Nullable List<@Nullable String> roles) {

    Set<Role> read() {
        Form form = new Form();
        Set<Role> read = EnumSet.noneOf(Role.class);
        if (roles == null || roles.size() > Role.values().length) {
            form.refuse("roles", "required", "请列出全部角色");
            form.check();
        }
        for (String name : roles == null ? List.<@Nullable String>of() : roles) {
            Optional<Role> role = Arrays.stream(Role.values())
                    .filter(known -> known.name().equals(name) && known != Role.CITIZEN)
                    .findFirst();
            if (role.isEmpty()) {
                form.refuse("roles", "unknown", "没有这个角色");
            }
            role.ifPresent(read::add);
        }
        form.check();
        return read;
    }
}
