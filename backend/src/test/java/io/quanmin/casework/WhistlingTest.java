package io.quanmin.casework;

import static io.quanmin.casework.Cast.DISPATCHER;
import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.OFFICER;
import static io.quanmin.casework.Cast.OTHER_OFFICER;
import static io.quanmin.casework.Cast.RESCUER;
import static io.quanmin.casework.Cast.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Role;
import io.quanmin.kernel.Violation;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.rulebook.LinkageMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sanitation leads, the municipal works and the emergency centre help; each has three working days. */
final class WhistlingTest {

    private static final List<Id> PICTURE = List.of(Cast.id(1));
    private static final Move.SignTask SIGN = new Move.SignTask(null);
    private static final Move.Whistle CALL = new Move.Whistle(
            List.of(
                    call("sanitation", ChildTask.Part.LEAD, null),
                    call("municipal-works", ChildTask.Part.ASSIST, 8),
                    call("emergency", ChildTask.Part.ASSIST, null)),
            null);

    private final List<TakenStep> history = new ArrayList<>();
    private CaseFile file = Cast.at("registered");
    private List<ChildTask> tasks = List.of();
    private List<Unit> units = Cast.UNITS;
    private Instant now = MONDAY;
    private List<Notice> told = List.of();

    @Test
    void allThatAreCalledHaveATaskOfTheirOwnWithItsOwnDeadlineAndAreTold() {
        move(DISPATCHER, CALL);

        assertThat(file.now().stage()).isEqualTo("whistled");
        assertThat(file.now().linkage().mode()).isEqualTo(LinkageMode.WHISTLE);
        assertThat(file.now().unit()).isEqualTo(Cast.SANITATION.id());
        assertThat(tasks)
                .extracting(ChildTask::unit, ChildTask::part, ChildTask::dueAt)
                .containsExactly(
                        tuple(Cast.SANITATION.id(), ChildTask.Part.LEAD, Instant.parse("2026-11-26T02:00:00Z")),
                        tuple(Cast.WORKS.id(), ChildTask.Part.ASSIST, Instant.parse("2026-11-24T02:00:00Z")),
                        tuple(Cast.EMERGENCY.id(), ChildTask.Part.ASSIST, Instant.parse("2026-11-26T02:00:00Z")));
        assertThat(told.stream().filter(notice -> notice.template().equals("task.called")))
                .extracting(Notice::audience)
                .containsExactly(
                        new Audience.Duty(Cast.SANITATION.id()),
                        new Audience.Leaders(Cast.SANITATION.id()),
                        new Audience.Duty(Cast.WORKS.id()),
                        new Audience.Leaders(Cast.WORKS.id()),
                        new Audience.Duty(Cast.EMERGENCY.id()),
                        new Audience.Leaders(Cast.EMERGENCY.id()));
    }

    @Test
    void whenTheLastHasReportedAllGoToBeInspected() {
        move(DISPATCHER, CALL);
        work(OFFICER);
        work(OTHER_OFFICER);
        assertThat(file.now().stage()).isEqualTo("whistled");

        work(RESCUER);

        assertThat(file.now().stage()).isEqualTo("in-inspection");
        assertThat(history.getLast().name()).isEqualTo("gather");
        assertThat(told).extracting(Notice::template).contains("task.inspect");
    }

    @Test
    void whoHasNotSignedDoesNotReportAndWhoWasNotCalledDoesNothing() {
        move(DISPATCHER, CALL);

        assertThat(refused(OFFICER, new Move.ReportTask("已办", PICTURE))).isInstanceOf(StepNotAllowed.class);
        assertThat(refused(Cast.STREET_OFFICER, SIGN)).isInstanceOf(StepNotAllowed.class);
        move(OFFICER, SIGN);
        assertThat(refused(OFFICER, SIGN)).isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void theLeadShowsTheResultInAPicture() {
        move(DISPATCHER, CALL);
        move(OFFICER, SIGN);

        assertThat(refused(OFFICER, new Move.ReportTask("已办", List.of()))).isInstanceOf(InvalidFields.class);
        move(OTHER_OFFICER, SIGN);
        move(OTHER_OFFICER, new Move.ReportTask("已办", List.of()));
    }

    @Test
    void whoReportedOrSignedATaskDoesNotInspect() {
        Actor both = Cast.actor(70, Cast.WORKS.id(), "990102", Role.OFFICER, Role.VERIFIER);
        move(DISPATCHER, CALL);
        work(OFFICER);
        work(both);
        work(RESCUER);

        assertThat(refused(both, new Move.Pass(null, List.of()))).isInstanceOf(HandlerCannotInspect.class);
        move(VERIFIER, new Move.Pass(null, List.of()));
    }

    @Test
    void theLeadCallsMoreAndADispatcherLetsAUnitGo() {
        move(DISPATCHER, CALL);
        assertThat(refused(OTHER_OFFICER, more("linxi-street"))).isInstanceOf(StepNotAllowed.class);
        assertThat(refused(OFFICER, more("municipal-works"))).isInstanceOf(InvalidFields.class);
        move(OFFICER, more("linxi-street"));
        assertThat(tasks).hasSize(4);

        move(DISPATCHER, new Move.ReleaseTask("linxi-street", "不用到场"));
        assertThat(told).extracting(Notice::template).containsExactly("task.released");
        assertThat(refused(DISPATCHER, new Move.ReleaseTask("linxi-street", "再来")))
                .isInstanceOf(InvalidFields.class);
        assertThat(refused(DISPATCHER, new Move.ReleaseTask("sanitation", "换牵头")))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void anAssistantGivesItsTaskBackAndTheLeadAndTheDispatcherHearWhy() {
        move(DISPATCHER, CALL);
        assertThat(refused(OFFICER, new Move.ReturnTask("不是我们"))).isInstanceOf(StepNotAllowed.class);
        move(RESCUER, new Move.ReturnTask("没有险情"));

        assertThat(told)
                .extracting(Notice::template, Notice::audience)
                .containsExactly(
                        tuple("task.returned", new Audience.Duty(Cast.SANITATION.id())),
                        tuple("task.returned", new Audience.Role("DISPATCHER", Cast.COMMUNITY)));
        work(OTHER_OFFICER);
        work(OFFICER);
        assertThat(file.now().stage()).isEqualTo("in-inspection");
    }

    @Test
    void aLeadThatGivesTheCaseBackLetsEverybodyGo() {
        move(DISPATCHER, CALL);
        move(OFFICER, new Move.Return("应由交警牵头"));

        assertThat(file.now().stage()).isEqualTo("registered");
        assertThat(tasks).extracting(ChildTask::state).containsOnly(ChildTask.State.RELEASED);
        assertThat(told.stream().filter(notice -> notice.template().equals("task.released")))
                .hasSize(3);
    }

    @Test
    void aRefusedResultIsTheLeadsWhoMayCallAgain() {
        move(DISPATCHER, CALL);
        work(OFFICER);
        work(OTHER_OFFICER);
        work(RESCUER);
        move(VERIFIER, new Move.Refuse("路面还有积水", List.of()));
        assertThat(file.now().stage()).isEqualTo("handling");

        move(OFFICER, more("municipal-works"));

        assertThat(file.now().stage()).isEqualTo("whistled");
        assertThat(tasks.stream().filter(ChildTask::open))
                .extracting(ChildTask::unit, ChildTask::state)
                .containsExactlyInAnyOrder(
                        tuple(Cast.SANITATION.id(), ChildTask.State.SIGNED),
                        tuple(Cast.WORKS.id(), ChildTask.State.CALLED));
    }

    @Test
    void everyFaultOfACallIsNamedAtOnce() {
        Move strange = new Move.Whistle(
                List.of(
                        call("navy", ChildTask.Part.ASSIST, null),
                        call("sanitation", ChildTask.Part.ASSIST, 999),
                        call("sanitation", ChildTask.Part.ASSIST, 8)),
                null);

        assertThat(refused(DISPATCHER, strange).members().get("violations"))
                .asInstanceOf(InstanceOfAssertFactories.list(Violation.class))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(
                        tuple("calls[0].unit", "unknown"),
                        tuple("calls[1].hours", "out-of-range"),
                        tuple("calls[2].unit", "twice"),
                        tuple("calls", "lead"));
    }

    @Test
    void eachUnitIsWarnedOfItsOwnDeadlineAndThenToldThatItIsOver() {
        move(DISPATCHER, CALL);
        move(OTHER_OFFICER, SIGN);

        assertThat(rings("2026-11-23T07:59:00Z")).isEmpty();
        assertThat(rings("2026-11-23T08:00:00Z")).containsExactly("warn-task");
        assertThat(told)
                .extracting(Notice::audience)
                .containsExactly(new Audience.Duty(Cast.WORKS.id()), new Audience.Leaders(Cast.WORKS.id()));
        assertThat(rings("2026-11-24T02:00:00Z")).containsExactly("breach-task");
        assertThat(told)
                .extracting(Notice::audience)
                .containsExactly(new Audience.Duty(Cast.WORKS.id()), new Audience.Leaders(Cast.WORKS.id()));
        assertThat(history.getLast().note()).isEqualTo("市政养护中心");

        work(RESCUER);
        assertThat(rings("2026-11-26T02:00:00Z")).containsExactly("warn-task", "breach-task");
        assertThat(told).extracting(Notice::audience).contains(new Audience.Duty(Cast.SANITATION.id()));
    }

    @Test
    void aPartnerHoldsATaskButDoesNotCallOthers() {
        Unit partner = new Unit(Cast.SANITATION.id(), "sanitation", "洁城物业", "990102", null, Unit.Kind.PARTNER);
        units = List.of(partner, Cast.WORKS, Cast.EMERGENCY, Cast.STREET_OFFICE);
        move(DISPATCHER, CALL);
        move(OFFICER, SIGN);

        assertThat(refused(OFFICER, more("linxi-street"))).isInstanceOf(NotForPartners.class);
        assertThat(Attempt.allowed(facts(), OFFICER, now))
                .extracting(AllowedStep::step)
                .contains("report-task", "return")
                .doesNotContain("call-more", "release-task");
    }

    @Test
    void theRulebookProposesTheUnitOfTheTypeItsHelpersAndTheOfficesOfThePlace() {
        file = file.with(file.now().typed("piled-rubble", false));

        assertThat(new Whistling(facts(), now).proposed())
                .extracting(Whistling.Call::unit, Whistling.Call::part)
                .containsExactly(
                        tuple("urban-management", ChildTask.Part.LEAD),
                        tuple("sanitation", ChildTask.Part.ASSIST),
                        tuple("yumatou-community", ChildTask.Part.LEVEL),
                        tuple("linxi-street", ChildTask.Part.LEVEL));
    }

    @Test
    void onlyThoseCalledAndThoseWhoDispatchSpeakInTheThread() {
        move(DISPATCHER, CALL);

        assertThat(Conferring.maySay(facts(), OFFICER)).isTrue();
        assertThat(Conferring.maySay(facts(), DISPATCHER)).isTrue();
        assertThat(Conferring.maySay(facts(), Cast.STREET_OFFICER)).isFalse();
        assertThat(Conferring.maySay(facts(), VERIFIER)).isFalse();
        move(RESCUER, new Move.ReturnTask("没有险情"));
        assertThat(Conferring.maySay(facts(), RESCUER)).isFalse();
        assertThat(Sight.of(facts(), OTHER_OFFICER, "emergency")).contains(Sight.STAFF);
    }

    private static Whistling.Call call(String unit, ChildTask.Part part, @Nullable Integer hours) {
        return new Whistling.Call(unit, part, hours);
    }

    private static Move more(String unit) {
        return new Move.CallMore(List.of(call(unit, ChildTask.Part.LEVEL, null)), null);
    }

    private void work(Actor actor) {
        move(actor, SIGN);
        move(actor, new Move.ReportTask("已办", PICTURE));
    }

    private Facts facts() {
        return new Facts(file, List.copyOf(history), Cast.RULES, units, null).with(tasks);
    }

    private void move(Actor actor, Move move) {
        Decision decision = Deciding.decide(facts(), actor, move, Screening.PASSED, now);
        assertThat(decision).isInstanceOf(Decision.Taken.class);
        take((Decision.Taken) decision);
    }

    private void take(Decision.Taken taken) {
        Tidings tidings = new Tidings(
                file.now(), taken.next(), facts(), Following.NOBODY, "emergency", ZoneId.of("Asia/Shanghai"));
        told = new ArrayList<>(tidings.of(taken.steps()));
        told.addAll(new WhistleTidings(tidings, taken.tasks()).of(taken.steps()));
        history.addAll(taken.steps());
        tasks = Whistling.merged(tasks, taken.tasks());
        file = taken.next();
    }

    private Problem refused(Actor actor, Move move) {
        Decision decision = Deciding.decide(facts(), actor, move, Screening.PASSED, now);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).problem();
    }

    private List<String> rings(String at) {
        now = Instant.parse(at);
        List<String> done = new ArrayList<>();
        for (var ringing = Alarms.ring(facts(), now); ringing.isPresent(); ringing = Alarms.ring(facts(), now)) {
            take(ringing.get());
            done.add(history.getLast().name());
        }
        return done;
    }
}
