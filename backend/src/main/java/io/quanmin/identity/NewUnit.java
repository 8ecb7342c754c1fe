package io.quanmin.identity;

import org.jspecify.annotations.Nullable;

/**
 * A unit to be set up.
 *
 * @param code stable and short; 1 to 40 of {@code [a-z0-9-]}
 * @param name as people read it, 1 to 60 characters
 * @param area code of the division it serves
 * @param parent code of the unit above it, which must be there already
 */
public record NewUnit(
        String code, String name, String area, @Nullable String parent, Unit.Kind kind) {}
