package io.quanmin.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended, in lists ordered by time and id: the key of its last row. Opaque to clients.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 */
public record Cursor(Instant at, UUID id) {

    /** PostgreSQL keeps fewer years than an {@link Instant} has, and fails when asked about another. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    public Cursor {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads what {@link #toString()} wrote; empty when a client made it up. */
    public static Optional<Cursor> read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("~", 2);
            return parts.length == 2
                    ? Optional.of(new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                            .filter(Cursor::possible)
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private boolean possible() {
        return !at.isBefore(FIRST) && !at.isAfter(LAST);
    }

    @Override
    public String toString() {
        byte[] text = (at + "~" + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
