package io.quanmin.casework;

import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The rates of units, each by its one definition: what they answered, what citizens say of them, and who reads it. */
@CaseworkTest
final class RatesTest extends CountedUnits {

    @Autowired
    private Town town;

    @Test
    void theFieldsOwnExampleComesOut() {
        Rates rates = new Rates(0, 0, 972, 911, 737, 0, 0, 0, 0, 0, 0);

        assertThat(rates.closing()).isEqualTo(new BigDecimal("93.72"));
        assertThat(rates.closingOnTime()).isEqualTo(new BigDecimal("75.82"));
        assertThat(rates.response()).isNull();
    }

    @Test
    void aTaskSignedInTimeIsAnsweredOneSignedLateOrNotAtAllIsNot() {
        Unit unit = unit();
        Story.of(unit).dispatched("03-02", 2).signed("03-02T01:00", 8).write(database);
        Story.of(unit).dispatched("03-02", 2).signed("03-02T03:00", 8).write(database);
        Story.of(unit).dispatched("03-02", 2).returned("03-02T01:00").write(database);
        Story.of(unit).dispatched("03-02", 2).write(database);
        Story.of(unit).dispatched("04-02", 2).signed("04-02T01:00", 8).write(database);

        Rates march = march(unit);

        assertThat(march.received()).isEqualTo(4);
        assertThat(march.answered()).isEqualTo(2);
        assertThat(march.response()).isEqualTo(new BigDecimal("50.00"));
    }

    @Test
    void citizensSayWhetherItIsSolvedAndWhetherTheyAreSatisfied() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-02", 2)
                .passed("03-03T00:00")
                .rated("03-04T00:00", true, 5)
                .write(database);
        Story.of(unit)
                .dispatched("03-02", 2)
                .passed("03-03T00:00")
                .rated("03-04T00:00", true, 3)
                .write(database);
        Story.of(unit)
                .dispatched("03-02", 2)
                .passed("03-03T00:00")
                .rated("03-04T00:00", false, 1)
                .write(database);
        Story.of(unit)
                .dispatched("03-02", 2)
                .passed("03-03T00:00")
                .reopened("03-05T00:00")
                .write(database);

        Rates march = march(unit);

        assertThat(march.resolution()).isEqualTo(new BigDecimal("66.67"));
        assertThat(march.satisfaction()).isEqualTo(new BigDecimal("33.33"));
        assertThat(march.rework()).isEqualTo(new BigDecimal("25.00"));
    }

    @Test
    void whatWasSaidCountsInItsOwnMonthOnceForEachClosingOnTheTelephoneToo() {
        Unit unit = unit();
        Story.of(unit)
                .dispatched("03-02", 2)
                .passed("03-03T00:00")
                .rated("03-04T00:00", false, 1)
                .reopened("03-05T00:00")
                .dispatched("04-02", 2)
                .passed("04-03T00:00")
                .rated("04-04T00:00", true, 5)
                .answered("04-05T00:00", true, true)
                .write(database);
        Story.of(unit)
                .dispatched("04-02", 2)
                .passed("04-03T00:00")
                .answered("04-05T00:00", false, true)
                .write(database);

        Rates march = march(unit);
        Rates april = of(unit, APRIL, MAY);

        assertThat(List.of(march.asked(), march.solved(), march.rated(), march.satisfied()))
                .containsExactly(1L, 0L, 1L, 0L);
        assertThat(List.of(april.asked(), april.solved(), april.rated(), april.satisfied()))
                .containsExactly(2L, 1L, 2L, 2L);
    }

    @Test
    void aCaseReopenedThroughTheWebIsTheReworkOfWhoSolvedIt() {
        Rates before = thisMonth("sanitation");
        Town.Person reporter = town.citizen();
        Town.Person verifier = town.staff(Role.VERIFIER, Town.DISTRICT);
        JsonNode closed = closed(reporter, verifier);
        JsonNode rated = reporter.step(closed, "rate", Map.of("solved", false, "stars", 1));
        JsonNode reopened = reporter.step(rated, "reopen", Map.of("reason", "垃圾又在原处"));

        Rates after = thisMonth("sanitation");

        assertThat(reopened.path("unit").isMissingNode()).isTrue();
        assertThat(after.ended() - before.ended()).isEqualTo(1);
        assertThat(after.reopened() - before.reopened()).isEqualTo(1);
        assertThat(List.of(after.asked() - before.asked(), after.solved() - before.solved()))
                .containsExactly(1L, 0L);
    }

    private JsonNode closed(Town.Person reporter, Town.Person verifier) {
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(reporter.report("exposed-garbage"), "accept");
        Town.Person officer = town.officer("sanitation");
        JsonNode signed = officer.step(verifier.step(accepted, "confirm"), "sign");
        JsonNode finished = officer.step(signed, "finish", Map.of("photos", List.of(officer.upload("portrait_6.jpg"))));
        return verifier.step(finished, "pass", Map.of("answer", "垃圾已清运。"));
    }

    private Rates thisMonth(String unit) {
        Instant now = Instant.now();
        return of(town.unit(unit), now.minus(Duration.ofDays(20)), now);
    }

    @Test
    void casesOfAnotherAreaAreLeftOut() {
        Unit unit = unit();
        Story.of(unit).dispatched("03-02", 2).write(database);
        assertThat(now(table.count(MARCH, APRIL, "990103")
                        .filter(each -> unit.id().equals(each.unit()))
                        .count()))
                .isZero();
        assertThat(now(table.count(MARCH, APRIL, "990102")
                        .filter(each -> unit.id().equals(each.unit()))
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void everybodyMayReadThemMonthByMonth() {
        JsonNode made = town.citizen().report("exposed-garbage");
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(made, "accept");
        expect(town.staff(Role.VERIFIER, Town.DISTRICT).tryStep(accepted, "confirm", Map.of()), 200);

        JsonNode rates = json(town.anybody("/rates?area=" + Town.DISTRICT), 200);

        assertThat(rates.path("all").path("counts").path("received").asLong()).isPositive();
        assertThat(rates.path("units").findValuesAsString("code")).contains("sanitation");
        assertThat(rates.path("month").asString()).matches("\\d{4}-\\d{2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"month=2026-13", "month=x", "month=1999-01", "month=2999-01", "area=000000"})
    void aMonthOrAreaThatIsNotThereIsRefused(String query) {
        expect(town.citizen().get("/rates?" + query), 400);
    }
}
