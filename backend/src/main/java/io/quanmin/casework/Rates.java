package io.quanmin.casework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a unit, or the whole city, did in a period, counted; each rate has one definition.
 *
 * @param received tasks that came to the unit in the period, alone or among many that were called
 * @param answered of them, signed for or returned in time
 * @param due tasks whose deadline passed in the period; those that had left the unit by then, for the shelf or for others, are left out
 * @param closed of them, closed
 * @param onTime of them, with the result that was passed brought by the deadline
 * @param asked closings whose reporter said in the period whether it is solved, in the mini-program or on the telephone
 * @param solved of them, those where it is
 * @param rated closings whose reporter said in the period how satisfied they are
 * @param satisfied of them, those where they are, by the rulebook the case has
 * @param ended cases closed in the period
 * @param reopened cases that were found in the period to need doing again, by whoever had solved them
 */
record Rates(
        long received,
        long answered,
        long due,
        long closed,
        long onTime,
        long asked,
        long solved,
        long rated,
        long satisfied,
        long ended,
        long reopened) {

    static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final int PERCENT = 100;
    private static final int DIGITS = 2;

    Rates plus(Rates other) {
        return new Rates(
                received + other.received,
                answered + other.answered,
                due + other.due,
                closed + other.closed,
                onTime + other.onTime,
                asked + other.asked,
                solved + other.solved,
                rated + other.rated,
                satisfied + other.satisfied,
                ended + other.ended,
                reopened + other.reopened);
    }

    /** Response rate (响应率) in percent, as all of these; absent where there is nothing to divide by. */
    @Nullable
    BigDecimal response() {
        return percent(answered, received);
    }

    /** Closing rate (结案率). */
    @Nullable
    BigDecimal closing() {
        return percent(closed, due);
    }

    /** On-time closing rate (按期结案率). */
    @Nullable
    BigDecimal closingOnTime() {
        return percent(onTime, due);
    }

    /** Resolution rate (解决率). */
    @Nullable
    BigDecimal resolution() {
        return percent(solved, asked);
    }

    /** Satisfaction (满意率). */
    @Nullable
    BigDecimal satisfaction() {
        return percent(satisfied, rated);
    }

    /** Rework rate (返工率). */
    @Nullable
    BigDecimal rework() {
        return percent(reopened, ended);
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * PERCENT).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
