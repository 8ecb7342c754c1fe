package io.quanmin.casework;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How units did in a month, for everybody to read; rates in percent with two decimals, absent where there is nothing to divide by.
 *
 * @param area code of the division whose cases are counted; absent for the whole city
 * @param all of all units together, and of citizens
 * @param units those that had anything to do, the one with most tasks due first
 */
record RatesView(YearMonth month, @Nullable String area, Line all, List<UnitLine> units) {

    /** Of one unit. */
    record UnitLine(Named unit, Line rates) {}

    /** The counts and what follows from them. */
    record Line(
            Rates counts,
            @Nullable BigDecimal response,
            @Nullable BigDecimal closing,
            @Nullable BigDecimal closingOnTime,
            @Nullable BigDecimal resolution,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal rework) {

        static Line of(Rates counts) {
            return new Line(
                    counts,
                    counts.response(),
                    counts.closing(),
                    counts.closingOnTime(),
                    counts.resolution(),
                    counts.satisfaction(),
                    counts.rework());
        }
    }
}
