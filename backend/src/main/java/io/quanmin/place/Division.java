package io.quanmin.place;

import io.quanmin.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code 6 digits for city and district, 9 for a street, 12 for a community (GB/T 2260 and GB/T 10114); a division's
 *     code begins with the code of the one above it, the city's with its first four digits
 * @param centre in WGS-84
 */
public record Division(String code, @Nullable String parent, Level level, String name, GeoPoint centre) {

    /** From the city down. */
    public enum Level {
        CITY,
        DISTRICT,
        STREET,
        COMMUNITY
    }
}
