package io.quanmin.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
        Set<LocalDate> makeUpDays) {}
