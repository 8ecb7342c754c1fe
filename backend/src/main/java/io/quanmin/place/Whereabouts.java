package io.quanmin.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a point is.
 *
 * @param district six digits; the city's own code when outside every district
 * @param area code of the smallest division known: community, street, district or city
 * @param gridCell code of the grid cell; absent outside
 * @param name in words, such as 云溪区 · 青石街道 · 桂花社区
 * @param outside whether it lies outside the city
 */
public record Whereabouts(
        String district, String area, @Nullable String gridCell, String name, boolean outside) {}
