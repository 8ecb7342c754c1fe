package io.quanmin.casework;

import org.jspecify.annotations.Nullable;

/**
 * What the reporter says of the result.
 *
 * @param stars 1 to 5
 */
record Rating(boolean solved, int stars, @Nullable String text) {}
