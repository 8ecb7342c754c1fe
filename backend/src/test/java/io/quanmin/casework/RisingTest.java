package io.quanmin.casework;

import static io.quanmin.casework.Cast.COMMUNITY_OFFICER;
import static io.quanmin.casework.Cast.DISPATCHER;
import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.STREET_OFFICER;
import static io.quanmin.casework.Cast.SUPERVISOR;
import static io.quanmin.casework.Cast.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.place.Division;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rubble begins with the community, which has two working days; the city works from 9 to 17. */
final class RisingTest {

    private final List<TakenStep> history = new ArrayList<>();
    private CaseFile file = rubble("in-verification");
    private Instant now = MONDAY;
    private List<Unit> units = Cast.UNITS;
    private List<Notice> told = List.of();

    @Test
    void aCaseGoesUpLevelByLevelUntilTheCityAndThereTheSupervisorsHearOfIt() {
        move(VERIFIER, new Move.Confirm(null, List.of()));
        assertThat(level()).isEqualTo(Division.Level.COMMUNITY);

        assertThat(climbs("2026-11-25T01:59:00Z")).isEmpty();
        assertThat(climbs("2026-11-25T02:00:00Z")).containsExactly("rise");
        assertThat(level()).isEqualTo(Division.Level.STREET);
        assertThat(file.now().unit()).isEqualTo(Cast.STREET_OFFICE.id());

        assertThat(climbs("2026-11-30T02:00:00Z")).containsExactly("rise");
        assertThat(level()).isEqualTo(Division.Level.DISTRICT);
        assertThat(climbs("2026-12-07T02:00:00Z")).containsExactly("rise");
        assertThat(level()).isEqualTo(Division.Level.CITY);

        assertThat(climbs("2027-03-01T02:00:00Z")).containsExactly("overrun");
        assertThat(level()).isEqualTo(Division.Level.CITY);
        assertThat(climbs("2028-03-01T02:00:00Z")).isEmpty();
        assertThat(told).extracting(Notice::audience).contains(new Audience.Role("SUPERVISOR", Cast.COMMUNITY));
        assertThat(history).extracting(TakenStep::unit).contains(Cast.COMMUNITY_OFFICE.id(), Cast.STREET_OFFICE.id());
    }

    @Test
    void bothLevelsAreTold() {
        move(VERIFIER, new Move.Confirm(null, List.of()));

        assertThat(climbs("2026-11-25T02:00:00Z")).containsExactly("rise");

        assertThat(told)
                .extracting(Notice::template, Notice::audience)
                .containsExactly(
                        tuple("case.risen", new Audience.Duty(Cast.STREET_OFFICE.id())),
                        tuple("case.passed-up", new Audience.Duty(Cast.COMMUNITY_OFFICE.id())),
                        tuple("case.passed-up", new Audience.Leaders(Cast.COMMUNITY_OFFICE.id())));
        assertThat(told.getFirst().parameters()).containsEntry("level", "街道级").containsEntry("unit", "临溪街道办事处");
    }

    @Test
    void aLevelsTimeThatEndsInAHolidayRunsOnWhenTheCityWorksAgain() {
        now = Instant.parse("2026-12-31T02:00:00Z");
        move(VERIFIER, new Move.Confirm(null, List.of()));

        assertThat(climbs("2027-01-05T01:59:00Z")).isEmpty();
        assertThat(climbs("2027-01-05T02:00:00Z")).containsExactly("rise");
    }

    @Test
    void signingDoesNotStopTheClockOfTheLevel() {
        move(VERIFIER, new Move.Confirm(null, List.of()));
        move(COMMUNITY_OFFICER, new Move.Sign(null));

        assertThat(climbs("2026-11-25T02:00:00Z")).containsExactly("rise");
        assertThat(file.now().stage()).isEqualTo("dispatched");
        assertThat(allowed(COMMUNITY_OFFICER)).doesNotContain("finish");
        assertThat(allowed(STREET_OFFICER)).contains("sign");
    }

    @Test
    void whoWasGrantedMoreTimeIsNotPassedOverBeforeItIsUp() {
        move(VERIFIER, new Move.Confirm(null, List.of()));
        move(COMMUNITY_OFFICER, new Move.Sign(null));
        move(COMMUNITY_OFFICER, new Move.AskExtension(40, "等清运车"));
        move(DISPATCHER, new Move.GrantExtension(null));

        Instant due = file.now().dueAt();
        assertThat(due).isAfter("2026-11-25T02:00:00Z");
        assertThat(climbs("2026-11-25T02:00:00Z")).isEmpty();
        assertThat(climbs(String.valueOf(due))).containsExactly("rise");
    }

    @Test
    void whatLiesOnTheShelfDoesNotClimbAndBeginsAnewAfterwards() {
        move(VERIFIER, new Move.Confirm(null, List.of()));
        move(SUPERVISOR, new Move.Shelve(LocalDate.of(2027, 1, 29), "汛期不宜施工"));
        assertThat(climbs("2026-12-25T02:00:00Z")).isEmpty();

        move(SUPERVISOR, new Move.Resume(null));

        assertThat(climbs("2026-12-28T01:00:00Z")).isEmpty();
        assertThat(climbs("2026-12-29T08:59:00Z")).containsExactly("rise");
    }

    @Test
    void aCaseWhoseNextUnitIsNotThereAnyMoreGoesToTheDispatcherWhoIsToldWhy() {
        move(VERIFIER, new Move.Confirm(null, List.of()));
        units = List.of(Cast.COMMUNITY_OFFICE, Cast.CITY_OFFICE);

        assertThat(climbs("2026-11-25T02:00:00Z")).containsExactly("unplaced");
        assertThat(file.now().stage()).isEqualTo("registered");
        assertThat(file.now().unit()).isNull();
        assertThat(told).extracting(Notice::template).contains("task.unplaced");
        assertThat(told.getFirst().parameters().get("reason")).contains("linxi-street");
    }

    @Test
    void whoSignsInTheSameMomentDoesSoForTheLevelThatHadItAndIsToldThatItIsGone() {
        move(VERIFIER, new Move.Confirm(null, List.of()));
        long seen = file.now().version();

        assertThat(climbs("2026-11-25T02:00:00Z")).containsExactly("rise");

        assertThat(facts().stoodSince(seen)).isFalse();
        assertThat(Sight.of(facts(), COMMUNITY_OFFICER, "emergency")).contains(Sight.STAFF);
    }

    private static CaseFile rubble(String stage) {
        CaseFile file = Cast.at(stage);
        return file.with(file.now().typed("piled-rubble", false));
    }

    private Division.Level level() {
        return Objects.requireNonNull(file.now().linkage().level());
    }

    private Facts facts() {
        return new Facts(file, List.copyOf(history), Cast.RULES, units, null);
    }

    private List<String> allowed(Actor actor) {
        return Attempt.allowed(facts(), actor, now).stream()
                .map(AllowedStep::step)
                .toList();
    }

    private void move(Actor actor, Move move) {
        Decision decision = Deciding.decide(facts(), actor, move, Screening.PASSED, now);
        assertThat(decision).isInstanceOf(Decision.Taken.class);
        take((Decision.Taken) decision);
    }

    private void take(Decision.Taken taken) {
        told = new Tidings(
                        file.now(),
                        taken.next(),
                        facts(),
                        new Following(List.of(), List.of()),
                        "emergency",
                        ZoneId.of("Asia/Shanghai"))
                .of(taken.steps());
        history.addAll(taken.steps());
        file = taken.next();
    }

    /** What the service does up to a moment, but for warnings. */
    private List<String> climbs(String at) {
        now = Instant.parse(at);
        List<String> done = new ArrayList<>();
        for (var ringing = Alarms.ring(facts(), now); ringing.isPresent(); ringing = Alarms.ring(facts(), now)) {
            take(ringing.get());
            String name = history.getLast().name();
            if (!List.of("warn", "breach", "escalate").contains(name)) {
                done.add(name);
            }
        }
        return done;
    }
}
