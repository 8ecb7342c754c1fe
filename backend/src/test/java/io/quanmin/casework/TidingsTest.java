package io.quanmin.casework;

import static io.quanmin.casework.Cast.COMMUNITY;
import static io.quanmin.casework.Cast.EMERGENCY;
import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.NEIGHBOUR;
import static io.quanmin.casework.Cast.OFFICER;
import static io.quanmin.casework.Cast.REPORTER;
import static io.quanmin.casework.Cast.REVIEWER;
import static io.quanmin.casework.Cast.SANITATION;
import static io.quanmin.casework.Cast.SUPERVISOR;
import static io.quanmin.casework.Cast.VERIFIER;
import static io.quanmin.casework.Cast.at;
import static io.quanmin.casework.Cast.facts;
import static io.quanmin.casework.Cast.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TidingsTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @Test
    void acceptanceIsToldToTheReporterAndItsWorkToTheVerifiersOfTheArea() {
        List<Notice> notices = told(fresh(), REVIEWER, new Move.Accept(null, null));

        assertThat(notices).extracting(Notice::template).containsExactly("case.accepted", "task.verify");
        assertThat(notices)
                .extracting(Notice::audience)
                .containsExactly(persons(REPORTER.person()), new Audience.Role("VERIFIER", COMMUNITY));
    }

    @Test
    void citizensReadPlainWordsAndTheCitysTime() {
        Notice notice = told(fresh(), REVIEWER, new Move.SendBack("请补一张远景照片")).getFirst();

        assertThat(notice.parameters())
                .containsEntry("number", "990102-20261123-0001")
                .containsEntry("type", "暴露垃圾")
                .containsEntry("place", "桂花路 1 号")
                .containsEntry("stage", "待您补充")
                .containsEntry("reason", "请补一张远景照片")
                .containsEntry("time", "2026年11月23日 10:00")
                .doesNotContainKey("unit");
        assertThat(notice.link()).isEqualTo("pages/case/detail?id=" + fresh().id());
    }

    @Test
    void automaticDispatchIsToldToTheUnitAndToNoDispatcher() {
        List<Notice> notices = told(at("in-verification"), VERIFIER, new Move.Confirm(null, List.of()));

        assertThat(notices).extracting(Notice::template).containsExactly("case.dispatched");
        assertThat(notices.getFirst().audience()).isEqualTo(new Audience.Duty(SANITATION.id()));
        // signed at once, four working hours from ten in the morning
        assertThat(notices.getFirst().parameters())
                .containsEntry("due", "2026年11月23日 14:00")
                .containsEntry("unit", "环卫中心");
    }

    @Test
    void aReturnedCaseIsToldToTheDispatchersWithTheReason() {
        Notice notice = told(at("dispatched"), OFFICER, new Move.Return("属于市政")).getFirst();

        assertThat(notice.template()).isEqualTo("case.returned");
        assertThat(notice.audience()).isEqualTo(new Audience.Role("DISPATCHER", COMMUNITY));
        assertThat(notice.parameters()).containsEntry("reason", "属于市政");
    }

    @Test
    void aReopenedCaseIsToldToTheDispatchersAndToWhoLeadsTheUnitThatHadSolvedIt() {
        CaseFile closed = at("in-inspection");
        List<Notice> passed = told(closed, VERIFIER, new Move.Pass(null, List.of(), "已清运"));
        assertThat(passed.getFirst().parameters()).containsEntry("answer", "已清运");
        CaseFile file = closed.with(closed.now().at("closed", null));
        TakenStep pass = Cast.step("pass", "in-inspection", "closed", VERIFIER);
        Decision.Taken taken = (Decision.Taken) Deciding.decide(
                facts(file, pass), REPORTER, new Move.Reopen("还在原处", List.of()), Screening.PASSED, MONDAY);
        List<Notice> notices = new Tidings(
                        file.now(), taken.next(), facts(file, pass), Following.NOBODY, "emergency", CITY)
                .of(taken.steps());

        assertThat(notices)
                .extracting(Notice::template)
                .containsExactly("case.redone", "task.redispatch", "case.reopened");
        assertThat(notices.getLast().audience()).isEqualTo(new Audience.Leaders(SANITATION.id()));
        assertThat(notices.getLast().parameters()).containsEntry("unit", "环卫中心").containsEntry("reason", "还在原处");
    }

    @Test
    void whoReportedTheSameProblemHearsOfItsEndToo() {
        List<Notice> notices = told(at("in-inspection"), VERIFIER, new Move.Pass(null, List.of()), NEIGHBOUR.person());

        assertThat(notices).extracting(Notice::template).containsExactly("case.closed");
        assertThat(notices.getFirst().audience()).isEqualTo(persons(REPORTER.person(), NEIGHBOUR.person()));
    }

    @Test
    void aTypeCorrectedToADangerousOneAlarmsTheEmergencyUnitAtOnce() {
        Notice notice = told(fresh(), REVIEWER, new Move.Accept("missing-manhole-cover", null))
                .getFirst();

        assertThat(notice.template()).isEqualTo("case.danger");
        assertThat(notice.urgency()).isEqualTo(Notice.Urgency.URGENT);
        assertThat(notice.audience()).isEqualTo(new Audience.Duty(EMERGENCY.id()));
    }

    @Test
    void anErasedReporterIsToldNothing() {
        CaseFile file = fresh();
        Origin origin = file.origin();
        CaseFile erased = new CaseFile(
                file.id(),
                file.number(),
                new Origin(1, false, false, origin.place(), null, origin.at(), Publicly.NOTHING),
                file.now());

        assertThat(told(erased, REVIEWER, new Move.Accept(null, null)))
                .extracting(Notice::template)
                .containsExactly("task.verify");
    }

    @Test
    void aCaseTakenBackSparesTheVerifierTheWay() {
        assertThat(told(at("in-verification"), REPORTER, new Move.Withdraw(null)))
                .extracting(Notice::template)
                .containsExactly("case.withdrawn");
        assertThat(told(fresh(), REPORTER, new Move.Withdraw(null))).isEmpty();
    }

    @Test
    void whoSupportsACaseHearsThatItGoesOnWithoutWhatIsWrittenToItsReporter() {
        Facts facts = facts(fresh());
        Decision.Taken taken = taken(facts, REVIEWER, new Move.SendBack("请补一张近景照片"));
        List<Notice> notices =
                told(fresh(), facts, taken, new Following(List.of(), List.of(NEIGHBOUR.person(), REPORTER.person())));

        assertThat(notices).extracting(Notice::template).containsExactly("case.sent-back", "case.followed");
        Notice followed = notices.getLast();
        assertThat(followed.audience()).isEqualTo(persons(NEIGHBOUR.person()));
        assertThat(followed.urgency()).isEqualTo(Notice.Urgency.QUIET);
        assertThat(followed.parameters()).containsEntry("stage", "待您补充").doesNotContainKey("reason");
    }

    @Test
    void whoHandlesATaskHearsThatItIsPutOnTheShelf() {
        List<Notice> notices = told(at("handling"), SUPERVISOR, new Move.Shelve(LocalDate.of(2026, 12, 31), "汛期不宜施工"));

        assertThat(notices).extracting(Notice::template).containsExactly("case.shelved", "task.shelved");
        assertThat(notices.getLast().audience()).isEqualTo(new Audience.Duty(SANITATION.id()));
    }

    private static Audience persons(Id... persons) {
        return new Audience.Persons(List.of(persons));
    }

    private static List<Notice> told(CaseFile file, Actor actor, Move move, Id... followers) {
        Facts facts = facts(file);
        Decision.Taken taken = taken(facts, actor, move);
        return told(file, facts, taken, new Following(List.of(followers), List.of()));
    }

    private static Decision.Taken taken(Facts facts, Actor actor, Move move) {
        return (Decision.Taken) Deciding.decide(facts, actor, move, Screening.PASSED, MONDAY);
    }

    private static List<Notice> told(CaseFile file, Facts facts, Decision.Taken taken, Following following) {
        return new Tidings(file.now(), taken.next(), facts, following, "emergency", CITY).of(taken.steps());
    }
}
