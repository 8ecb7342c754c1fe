package io.quanmin.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told.
 *
 * @param wechatMessages whether WeChat may bring news at all
 * @param quietFrom on the city's wall clock; news waits from here to {@code quietTo}, perhaps over midnight
 * @param muted keys of templates that WeChat does not bring
 */
public record Preferences(
        boolean wechatMessages,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        Set<String> muted) {

    /** What holds for everybody who never said anything. */
    public static final Preferences USUAL = new Preferences(true, null, null, Set.of());

    public Preferences {
        muted = Set.copyOf(muted);
    }

    /** Whether WeChat may bring news of a template. */
    public boolean allow(String template) {
        return wechatMessages && !muted.contains(template);
    }

    /** The end of the quiet hours that it is now; empty outside of them. */
    public Optional<Instant> quietUntil(Instant now, ZoneId zone) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
            return Optional.empty();
        }
        ZonedDateTime here = now.atZone(zone);
        return quiet(here.toLocalTime(), quietFrom, quietTo) ? Optional.of(next(here, quietTo)) : Optional.empty();
    }

    private static boolean quiet(LocalTime time, LocalTime from, LocalTime to) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    private static Instant next(ZonedDateTime here, LocalTime to) {
        ZonedDateTime today = here.with(to);
        return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    }
}
