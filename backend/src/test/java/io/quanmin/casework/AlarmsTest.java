package io.quanmin.casework;

import static io.quanmin.casework.Cast.DISPATCHER;
import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.OFFICER;
import static io.quanmin.casework.Cast.REPORTER;
import static io.quanmin.casework.Cast.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits, what presses, and what gives more time. Garbage is to be gone within four working hours; the city works from 9 to 17. */
final class AlarmsTest {

    private final List<TakenStep> history = new ArrayList<>();
    private CaseFile file = Cast.at("dispatched");
    private Instant now = MONDAY;

    @Test
    void aTaskIsWarnedOfThenOverdueThenEscalatedEachOnce() {
        move(OFFICER, new Move.Sign(null));
        assertThat(file.now().dueAt()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));

        assertThat(rings("2026-11-23T04:59:00Z")).isEmpty();
        assertThat(rings("2026-11-23T05:00:00Z")).containsExactly("warn");
        assertThat(rings("2026-11-23T05:59:00Z")).isEmpty();
        assertThat(rings("2026-11-23T06:00:00Z")).containsExactly("breach");
        assertThat(rings("2026-11-24T01:59:00Z")).isEmpty();
        assertThat(rings("2026-11-24T02:00:00Z")).containsExactly("escalate");
        assertThat(rings("2027-11-24T02:00:00Z")).isEmpty();
        assertThat(file.now().alarmAt()).isNull();
        assertThat(file.now().stage()).isEqualTo("handling");
    }

    @Test
    void alarmsMissedWhileTheCityWasDownGoOffOneAfterTheOther() {
        move(OFFICER, new Move.Sign(null));

        assertThat(rings("2026-12-24T02:00:00Z")).containsExactly("warn", "breach", "escalate");
    }

    @Test
    void aLimitThatEndsInAHolidayRunsOnWhenTheCityWorksAgain() {
        now = Instant.parse("2026-12-31T08:00:00Z");
        move(OFFICER, new Move.Sign(null));

        assertThat(file.now().dueAt()).isEqualTo(Instant.parse("2027-01-04T04:00:00Z"));
        assertThat(file.now().alarmAt()).isEqualTo(Instant.parse("2027-01-04T03:00:00Z"));
    }

    @Test
    void theNextStepSetsTheClockAnew() {
        assertThat(Alarms.set(facts(), file.now(), List.of()).next().now().alarmAt())
                .isNull();
        move(OFFICER, new Move.Sign(null));
        Instant first = file.now().alarmAt();
        now = now.plus(Duration.ofHours(1));
        move(OFFICER, new Move.Return("不是本单位"));

        assertThat(file.now().alarmAt()).isNotNull().isNotEqualTo(first);
    }

    @Test
    void anExtensionIsAskedForGrantedOnceAndMovesTheDeadline() {
        move(OFFICER, new Move.Sign(null));
        assertThat(refused(DISPATCHER, new Move.GrantExtension(null))).isInstanceOf(StepNotAllowed.class);
        assertThat(refused(OFFICER, new Move.AskExtension(41, "等配件"))).isInstanceOf(InvalidFields.class);

        move(OFFICER, new Move.AskExtension(8, "等配件"));
        assertThat(file.now().dueAt()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(refused(OFFICER, new Move.AskExtension(8, "再要一次"))).isInstanceOf(StepNotAllowed.class);
        move(DISPATCHER, new Move.GrantExtension(null));

        assertThat(file.now().dueAt()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(refused(OFFICER, new Move.AskExtension(8, "还要"))).isInstanceOf(StepNotAllowed.class);
        assertThat(rings("2026-11-23T06:00:00Z")).isEmpty();
        assertThat(rings("2026-11-24T05:00:00Z")).containsExactly("warn");
    }

    @Test
    void anExtensionDeclinedLeavesTheDeadlineAndItsAlarms() {
        move(OFFICER, new Move.Sign(null));
        assertThat(rings("2026-11-23T05:00:00Z")).containsExactly("warn");
        move(OFFICER, new Move.AskExtension(8, "等配件"));
        move(DISPATCHER, new Move.DeclineExtension("请按时办结"));

        assertThat(file.now().dueAt()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(rings("2026-11-23T05:30:00Z")).isEmpty();
        assertThat(rings("2026-11-23T06:00:00Z")).containsExactly("breach");
    }

    @Test
    void anExtensionGrantedAfterTheDeadlineRunsFromThen() {
        move(OFFICER, new Move.Sign(null));
        now = Instant.parse("2026-11-24T01:00:00Z");
        move(OFFICER, new Move.AskExtension(2, "等配件"));
        move(DISPATCHER, new Move.GrantExtension(null));

        assertThat(file.now().dueAt()).isEqualTo(Instant.parse("2026-11-24T03:00:00Z"));
    }

    @Test
    void theReporterUrgesThreeTimesAndOnceADay() {
        for (int day = 0; day < 3; day++) {
            now = MONDAY.plus(Duration.ofDays(day));
            move(REPORTER, new Move.Urge(null));
            now = now.plus(Duration.ofHours(23));
            assertThat(refused(REPORTER, new Move.Urge(null))).isInstanceOf(UrgedEnough.class);
        }
        now = MONDAY.plus(Duration.ofDays(30));
        assertThat(refused(REPORTER, new Move.Urge(null))).isInstanceOf(UrgedEnough.class);
        assertThat(refused(Cast.NEIGHBOUR, new Move.Urge(null))).isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void whatCannotBeDoneNowIsShelvedUntilADayAndTheSupervisorsAreRemindedThen() {
        move(OFFICER, new Move.Sign(null));
        LocalDate today = LocalDate.of(2026, 11, 23);
        assertThat(refused(SUPERVISOR, new Move.Shelve(today, "汛期"))).isInstanceOf(InvalidFields.class);
        assertThat(refused(SUPERVISOR, new Move.Shelve(today.plusDays(181), "汛期")))
                .isInstanceOf(InvalidFields.class);
        assertThat(refused(OFFICER, new Move.Shelve(today.plusDays(9), "汛期"))).isInstanceOf(StepNotAllowed.class);

        move(SUPERVISOR, new Move.Shelve(LocalDate.of(2026, 12, 5), "汛期不宜施工"));
        assertThat(file.now().stage()).isEqualTo("shelved");
        assertThat(file.now().dueAt()).as("Saturday is nobody's day").isEqualTo(Instant.parse("2026-12-07T01:00:00Z"));
        assertThat(rings("2026-12-07T01:00:00Z")).containsExactly("breach");

        move(SUPERVISOR, new Move.Resume(null));
        assertThat(file.now().stage()).isEqualTo("dispatched");
        assertThat(file.now().unit()).isEqualTo(Cast.SANITATION.id());
    }

    @Test
    void whoLookedBeforeAnAlarmWentOffMayGoOn() {
        move(OFFICER, new Move.Sign(null));
        long looked = file.now().version();
        assertThat(rings("2026-11-23T06:00:00Z")).hasSize(2);
        assertThat(facts().stoodSince(looked)).isTrue();
        assertThat(facts().stoodSince(looked - 1)).isFalse();
        assertThat(facts().stoodSince(looked + 9)).isFalse();
    }

    private Facts facts() {
        return Cast.facts(file, history.toArray(TakenStep[]::new));
    }

    private void move(Actor actor, Move move) {
        Decision decision = Deciding.decide(facts(), actor, move, Screening.PASSED, now);
        assertThat(decision).as("%s by %s", move, actor.roles()).isInstanceOf(Decision.Taken.class);
        take((Decision.Taken) decision);
    }

    private void take(Decision.Taken taken) {
        history.addAll(taken.steps());
        file = taken.next();
    }

    private Problem refused(Actor actor, Move move) {
        return ((Decision.Refused) Deciding.decide(facts(), actor, move, Screening.PASSED, now)).problem();
    }

    /** The alarms that go off until a moment. */
    private List<String> rings(String at) {
        now = Instant.parse(at);
        List<String> rung = new ArrayList<>();
        for (var taken = Alarms.ring(facts(), now); taken.isPresent(); taken = Alarms.ring(facts(), now)) {
            take(taken.get());
            rung.add(history.getLast().name());
        }
        return rung;
    }
}
