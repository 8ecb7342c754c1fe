package io.quanmin.identity;

import io.quanmin.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody rang, and agreed aloud to being written down.
 *
 * @param phone as typed; {@link Hotline#number} says whether it is one
 * @param name as they gave it, for staff only: never shown to the public
 * @param agreement version of the privacy agreement that was read to them
 * @param clerk who took the call
 */
public record Call(String phone, @Nullable String name, int agreement, Id clerk) {}
