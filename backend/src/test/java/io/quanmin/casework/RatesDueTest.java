package io.quanmin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a unit is due in a month, and what of it was closed on time. */
@CaseworkTest
final class RatesDueTest extends CountedUnits {

    @Test
    void whatIsDueCountsAsClosedOnTimeOnlyWhenItsResultCameInTime() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .finished("03-02T05:00")
                .passed("03-03T00:00")
                .write(database);
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .finished("03-02T15:00")
                .passed("03-03T00:00")
                .write(database);
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .finished("03-02T05:00")
                .write(database);
        Story.of(unit).dispatched("03-02", 2).signed("03-02T01:00", 8).write(database);

        Rates march = march(unit);

        assertThat(List.of(march.due(), march.closed(), march.onTime())).containsExactly(4L, 2L, 1L);
        assertThat(march.closing()).isEqualTo(new BigDecimal("50.00"));
        assertThat(march.closingOnTime()).isEqualTo(new BigDecimal("25.00"));
    }

    @Test
    void whatLiesOnTheShelfOrWasReturnedIsNotDueAndAnExtensionMovesTheDay() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .shelved("03-02T02:00")
                .write(database);
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .returned("03-02T02:00")
                .write(database);
        Story.of(unit)
                .dispatched("03-30", 2)
                .signed("03-30T01:00", 8)
                .extended("03-30T02:00", 24 * 7)
                .write(database);

        assertThat(march(unit).due()).isZero();
        assertThat(of(unit, APRIL, MAY).due()).isEqualTo(1);
    }

    @Test
    void theFieldsOwnExampleComesOutOfHistoriesToo() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .finished("03-02T05:00")
                .passed("03-03T00:00")
                .write(database, 737);
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .finished("03-02T15:00")
                .passed("03-03T00:00")
                .write(database, 911 - 737);
        Story.of(unit).dispatched("03-02", 2).signed("03-02T01:00", 8).write(database, 972 - 911);

        Rates march = march(unit);

        assertThat(List.of(march.due(), march.closed(), march.onTime())).containsExactly(972L, 911L, 737L);
        assertThat(march.closing()).isEqualTo(new BigDecimal("93.72"));
        assertThat(march.closingOnTime()).isEqualTo(new BigDecimal("75.82"));
    }

    @Test
    void whatIsShelvedOrReturnedAfterItsDeadlineStaysDue() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .shelved("03-02T10:00")
                .write(database);
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .returned("03-02T10:00")
                .write(database);

        assertThat(march(unit).due()).isEqualTo(2);
        assertThat(march(unit).closed()).isZero();
    }

    @Test
    void aUnitThatNeverSignsIsBoundByWhenItShouldHave() {
        Unit unit = unit();
        Story.of(unit).dispatched("03-02", 2).write(database);
        Story.of(unit).dispatched("03-02", 2).returned("03-02T01:00").write(database);

        assertThat(march(unit).due()).isEqualTo(1);
    }

    @Test
    void aRefusedResultIsNoSecondTaskAndItsFirstDeadlineHolds() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-30", 2)
                .signed("03-30T01:00", 8)
                .finished("03-30T05:00")
                .refused("03-31T00:00", 48)
                .finished("04-01T00:00")
                .passed("04-02T00:00")
                .write(database);

        assertThat(List.of(march(unit).due(), march(unit).closed(), march(unit).onTime()))
                .containsExactly(1L, 1L, 0L);
        assertThat(of(unit, APRIL, MAY).due()).isZero();
    }

    @Test
    void aReopenedCaseIsASecondTaskAndTheFirstStaysInItsMonth() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-02", 2)
                .signed("03-02T01:00", 8)
                .finished("03-02T05:00")
                .passed("03-03T00:00")
                .reopened("04-02T00:00")
                .dispatched("04-03", 2)
                .signed("04-03T01:00", 8)
                .write(database);

        Rates march = march(unit);
        Rates april = of(unit, APRIL, MAY);

        assertThat(List.of(march.due(), march.closed(), march.onTime())).containsExactly(1L, 1L, 1L);
        assertThat(List.of(april.due(), april.closed(), april.reopened())).containsExactly(1L, 0L, 1L);
        assertThat(april.rework()).isNull();
    }

    @Test
    void whatIsDueLaterIsNotDueYet() {
        Unit unit = unit();
        Story.of(unit).dispatched("03-02", 2).signed("03-02T01:00", 80).write(database);

        assertThat(of(unit, MARCH, Instant.parse("2026-03-03T00:00:00Z")).due()).isZero();
        assertThat(march(unit).due()).isEqualTo(1);
    }

    @Test
    void eachUnitThatWasCalledHasATaskOfItsOwn() {
        Unit unit = unit();
        Story.of(unit).whistled("03-02T00:00", 8).write(database);
        Story.of(unit)
                .whistled("03-02T00:00", 8)
                .gathered("03-02T05:00")
                .passed("03-03T00:00")
                .write(database);
        Story.of(unit)
                .whistled("03-02T00:00", 8)
                .gathered("03-02T10:00")
                .passed("03-03T00:00")
                .write(database);
        Story.of(unit)
                .whistled("03-02T00:00", 8)
                .gathered("03-02T05:00")
                .returned("03-03T00:00")
                .write(database);

        Rates march = march(unit);

        assertThat(List.of(march.received(), march.answered())).containsExactly(4L, 3L);
        assertThat(List.of(march.due(), march.closed(), march.onTime())).containsExactly(4L, 2L, 1L);
    }
}
