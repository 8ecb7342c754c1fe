package io.quanmin.rulebook;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When the city works.
 *
 * @param holidays days off although the week says work
 * @param makeUpDays days of work although the week says rest
 */
public record WorkingCalendar(
        ZoneId zone,
        Set<DayOfWeek> workingDays,
        LocalTime opens,
        LocalTime closes,
        Set<LocalDate> holidays,
        Set<LocalDate> makeUpDays) {

    public WorkingCalendar {
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    /** Whether the city works on a day. */
    public boolean worksOn(LocalDate day) {
        return makeUpDays.contains(day) || (workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day));
    }

    /**
     * The moment by which so much working time has passed. Work that fills a day to the last minute ends at its closing, not
     * at the next opening.
     *
     * @param worked more than zero
     */
    public Instant plus(Instant start, Duration worked) {
        ZonedDateTime now = nextWork(start.atZone(zone));
        Duration left = worked;
        while (left.compareTo(untilClosing(now)) > 0) {
            left = left.minus(untilClosing(now));
            now = nextWork(opening(now.toLocalDate().plusDays(1)));
        }
        return now.plus(left).toInstant();
    }

    /**
     * The moment at which so much working time is left until {@code end}; the mirror of {@link #plus}.
     *
     * @param left more than zero
     */
    public Instant minus(Instant end, Duration left) {
        ZonedDateTime now = lastWork(end.atZone(zone));
        Duration more = left;
        while (more.compareTo(sinceOpening(now)) > 0) {
            more = more.minus(sinceOpening(now));
            now = lastWork(closing(now.toLocalDate().minusDays(1)));
        }
        return now.minus(more).toInstant();
    }

    /** This moment while the city works, else the last closing. */
    private ZonedDateTime lastWork(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (worksOn(day) && moment.toLocalTime().isAfter(opens)) {
            return moment.toLocalTime().isAfter(closes) ? closing(day) : moment;
        }
        LocalDate last = day.minusDays(1);
        while (!worksOn(last)) {
            last = last.minusDays(1);
        }
        return closing(last);
    }

    private ZonedDateTime closing(LocalDate day) {
        return day.atTime(closes).atZone(zone);
    }

    private Duration sinceOpening(ZonedDateTime moment) {
        return Duration.between(opening(moment.toLocalDate()), moment);
    }

    /** When the city opens on a day, or on the next it works. */
    public Instant firstOpening(LocalDate day) {
        return nextWork(opening(day)).toInstant();
    }

    /** This moment while the city works, else the next opening. */
    private ZonedDateTime nextWork(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (worksOn(day) && moment.toLocalTime().isBefore(closes)) {
            return moment.toLocalTime().isBefore(opens) ? opening(day) : moment;
        }
        LocalDate next = day.plusDays(1);
        while (!worksOn(next)) {
            next = next.plusDays(1);
        }
        return opening(next);
    }

    private ZonedDateTime opening(LocalDate day) {
        return day.atTime(opens).atZone(zone);
    }

    private Duration untilClosing(ZonedDateTime moment) {
        return Duration.between(moment, moment.toLocalDate().atTime(closes).atZone(zone));
    }
}
