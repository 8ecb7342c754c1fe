package io.quanmin.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What people decided about a case.
 *
 * @param type code of the type a reviewer accepted it as
 * @param unit code of the unit that handled it, once it is done
 */
public record Decided(Hints hints, String type, @Nullable String unit) {}
