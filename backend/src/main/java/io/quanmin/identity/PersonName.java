package io.quanmin.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a person is called.
 *
 * @param unit name of the unit they serve in, where they serve
 */
public record PersonName(String name, @Nullable String unit) {}
