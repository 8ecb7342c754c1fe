package io.quanmin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifies anything that grows: the district it belongs to, which is the shard, and a UUIDv7.
 *
 * <p>Written {@code 330106-0192f0c1a2b37c4d8e9f0a1b2c3d4e5f}: six digits of the administrative division, a hyphen, 32 hex
 * digits. Because the district travels inside the id, every look-up by id knows its shard.
 *
 * @param district six digits of the division (GB/T 2260); people belong to the city's own code
 */
public record Id(String district, UUID value) implements Comparable<Id> {

    private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
    private static final Pattern FORM = Pattern.compile("\\d{6}-[0-9a-f]{32}");

    public Id {
        if (!DISTRICT.matcher(district).matches()) {
            throw new IllegalArgumentException("A district is six digits");
        }
    }

    /** Reads the written form; empty when the text is not one. */
    public static Optional<Id> read(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new Id(text.substring(0, 6), uuid(text.substring(7))))
                : Optional.empty();
    }

    /** Reads the written form of an id that came from outside. */
    @JsonCreator
    public static Id parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("Not an id"));
    }

    private static UUID uuid(String hex) {
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    @Override
    public int compareTo(Id other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return district
                + '-'
                + hex.toHexDigits(value.getMostSignificantBits())
                + hex.toHexDigits(value.getLeastSignificantBits());
    }
}
