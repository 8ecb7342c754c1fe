package io.quanmin.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What was suggested for a case.
 *
 * @param type the likeliest; absent where the model stays silent
 * @param unit that would answer for that type there
 * @param model the version of the model that said so
 */
public record Offer(@Nullable Likely type, @Nullable Likely unit, int model) {}
