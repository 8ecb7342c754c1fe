package io.quanmin.casework;

import org.jspecify.annotations.Nullable;

/**
 * What the model suggests for a case; a person decides.
 *
 * @param unit that would answer for it
 * @param probability of the type, above 0, at most 1
 * @param model the version that said so
 */
record SuggestionView(Named type, @Nullable Named unit, double probability, int model) {}
