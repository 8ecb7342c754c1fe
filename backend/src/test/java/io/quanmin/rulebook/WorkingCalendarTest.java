package io.quanmin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkingCalendarTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final Duration HOUR = Duration.ofHours(1);

    /** 2026-11-25 is a Wednesday; Thursday is a holiday, Saturday is worked instead. */
    private final WorkingCalendar calendar = new WorkingCalendar(
            CITY,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Set.of(LocalDate.parse("2026-11-26")),
            Set.of(LocalDate.parse("2026-11-28")));

    @Test
    void workWithinADayEndsThatDay() {
        assertThat(calendar.plus(at("2026-11-25T10:30"), HOUR.multipliedBy(4))).isEqualTo(at("2026-11-25T14:30"));
    }

    @Test
    void countingBackMirrorsCountingOn() {
        assertThat(calendar.minus(at("2026-11-25T14:30"), HOUR.multipliedBy(4))).isEqualTo(at("2026-11-25T10:30"));
        assertThat(calendar.minus(at("2026-11-27T10:00"), HOUR.multipliedBy(2))).isEqualTo(at("2026-11-25T16:00"));
        assertThat(calendar.minus(at("2026-11-30T10:00"), HOUR.multipliedBy(2))).isEqualTo(at("2026-11-28T16:00"));
        assertThat(calendar.minus(at("2026-11-29T12:00"), HOUR)).isEqualTo(at("2026-11-28T16:00"));
        assertThat(calendar.minus(at("2026-11-25T17:00"), HOUR.multipliedBy(8))).isEqualTo(at("2026-11-25T09:00"));
    }

    @Test
    void aHolidayDoesNotCount() {
        assertThat(calendar.plus(at("2026-11-25T16:00"), HOUR.multipliedBy(2))).isEqualTo(at("2026-11-27T10:00"));
    }

    @Test
    void aMakeUpSaturdayCountsAndItsSundayDoesNot() {
        assertThat(calendar.plus(at("2026-11-27T16:00"), HOUR.multipliedBy(2))).isEqualTo(at("2026-11-28T10:00"));
        assertThat(calendar.plus(at("2026-11-28T16:00"), HOUR.multipliedBy(2))).isEqualTo(at("2026-11-30T10:00"));
    }

    @Test
    void anOrdinaryWeekendDoesNotCount() {
        assertThat(calendar.plus(at("2026-12-04T16:30"), HOUR)).isEqualTo(at("2026-12-07T09:30"));
    }

    @Test
    void whatBeginsAtNightCountsFromTheNextOpening() {
        assertThat(calendar.plus(at("2026-11-25T03:00"), HOUR)).isEqualTo(at("2026-11-25T10:00"));
        assertThat(calendar.plus(at("2026-11-24T22:00"), HOUR)).isEqualTo(at("2026-11-25T10:00"));
        assertThat(calendar.plus(at("2026-11-24T17:00"), HOUR)).isEqualTo(at("2026-11-25T10:00"));
    }

    @Test
    void workThatFillsTheDayEndsAtItsClosingAndNotAtTheNextOpening() {
        assertThat(calendar.plus(at("2026-11-25T09:00"), HOUR.multipliedBy(8))).isEqualTo(at("2026-11-25T17:00"));
        assertThat(calendar.plus(at("2026-11-23T20:00"), HOUR.multipliedBy(16))).isEqualTo(at("2026-11-25T17:00"));
    }

    @Test
    void aLimitOnTheWallDoesNotWaitForMonday() {
        TimeLimit limit = new TimeLimit(HOUR.multipliedBy(24), TimeLimit.Clock.WALL);

        assertThat(limit.endsAt(at("2026-12-04T20:00"), calendar)).isEqualTo(at("2026-12-05T20:00"));
    }

    @Test
    void aLimitOfWorkingTimeFollowsTheCalendar() {
        TimeLimit limit = new TimeLimit(HOUR.multipliedBy(24), TimeLimit.Clock.WORKING);

        assertThat(limit.endsAt(at("2026-12-04T20:00"), calendar)).isEqualTo(at("2026-12-09T17:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CITY).toInstant();
    }
}
