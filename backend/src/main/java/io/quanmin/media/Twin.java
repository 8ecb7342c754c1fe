package io.quanmin.media;

import io.quanmin.kernel.Id;

/**
 * A photo that looks the same as another.
 *
 * @param photo asked about
 * @param other that looks like it
 * @param subject what the other is part of
 */
public record Twin(Id photo, Id other, Id subject) {}
