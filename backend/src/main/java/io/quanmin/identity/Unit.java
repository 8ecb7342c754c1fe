package io.quanmin.identity;

import io.quanmin.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * A department or partner that solves problems.
 *
 * @param code stable and short, such as {@code urban-management}; what the rulebook names
 * @param area code of the division it serves
 */
public record Unit(
        Id id,
        String code,
        String name,
        String area,
        @Nullable Id parent,
        Kind kind) {

    /** Departments are of the government; partners are companies and organisations. */
    public enum Kind {
        DEPARTMENT,
        PARTNER
    }
}
