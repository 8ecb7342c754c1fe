package io.quanmin.trail;

import org.jspecify.annotations.Nullable;

/**
 * A change.
 *
 * @param who the staff account that made it; never a person's id, which may be erased
 * @param whoName what they were called then
 * @param what such as {@code staff.roles}
 * @param subject what was changed, by its id or code
 * @param subjectName what that was called then
 * @param before absent for what is new
 * @param after absent for what is gone
 */
public record Trace(
        String who,
        String whoName,
        String what,
        String subject,
        String subjectName,
        @Nullable String before,
        @Nullable String after) {}
