package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staff member as an administrator sees them.
 *
 * @param locked whether wrong passwords keep them from the desk just now
 * @param linkedAt when they linked their WeChat; absent when they did not
 */
record StaffMember(
        Id id,
        String login,
        String name,
        List<Role> roles,
        Me.@Nullable Named unit,
        @Nullable String area,
        boolean onDuty,
        Instant createdAt,
        @Nullable Instant linkedAt,
        Me.Linked serviceAccount,
        boolean locked) {}
