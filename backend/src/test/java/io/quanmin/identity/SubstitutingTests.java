package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Who is away is stood in for. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class SubstitutingTests {

    private static final Instant NOW = Instant.now();
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired
    private Substituting substituting;

    @Autowired
    private People people;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private StaffTable staff;

    @Autowired
    private Ids ids;

    private Unit unit =
            new Unit(new Id("990100", new UUID(0, 1)), "none", "none", "990102", null, Unit.Kind.DEPARTMENT);

    @BeforeEach
    void aUnit() {
        String code = "u-" + UUID.randomUUID().toString().substring(0, 12);
        unit = now(administration.addUnit(new NewUnit(code, "测试单位", "990102", null, Unit.Kind.DEPARTMENT)));
    }

    @Test
    void whatIsMeantForWhoIsAwayReachesWhoStandsIn() {
        Actor away = officer(true);
        Actor other = officer(false);
        assertThat(all(people.onDuty(unit.id()))).containsExactly(away.person());

        Id absence = now(substituting.away(away, absence(null, other, YESTERDAY, TOMORROW)));

        assertThat(all(people.onDuty(unit.id()))).containsExactly(other.person());
        assertThat(all(people.officers(unit.id()))).containsExactly(other.person());
        assertThat(all(people.standingInFor(other.person()))).containsExactly(away.person());
        assertThat(now(substituting.known(other)))
                .singleElement()
                .satisfies(seen -> assertThat(List.of(seen.mine(), seen.now())).containsExactly(false, true));
        substituting.back(away, absence).as(StepVerifier::create).verifyComplete();
        assertThat(all(people.onDuty(unit.id()))).containsExactly(away.person());
    }

    @Test
    void anAbsenceToComeChangesNothingYetAndEndsByItself() {
        Actor away = officer(true);
        Actor other = officer(false);
        assertThat(now(substituting.away(away, absence(null, other, TOMORROW, TOMORROW.plusSeconds(60)))))
                .isNotNull();
        assertThat(all(people.onDuty(unit.id()))).containsExactly(away.person());
        assertThat(all(people.standingInFor(other.person()))).isEmpty();
    }

    @Test
    void noChainAndNoLoopOfAbsencesEvenWhenBothComeAtOnce() {
        Actor one = officer(true);
        Actor two = officer(false);
        Actor three = officer(false);
        List<String> outcomes = now(Flux.merge(
                        outcome(substituting.away(one, absence(null, two, YESTERDAY, TOMORROW))),
                        outcome(substituting.away(two, absence(null, one, YESTERDAY, TOMORROW))))
                .collectList());
        assertThat(outcomes).containsExactlyInAnyOrder("done", "absence-overlaps");

        Actor away = all(people.standingInFor(two.person())).isEmpty() ? two : one;
        refused(substituting.away(three, absence(null, away, YESTERDAY, TOMORROW)), AbsenceOverlaps.class);
        Instant later = TOMORROW.plusSeconds(1);
        assertThat(now(substituting.away(three, absence(null, one, later, later.plusSeconds(99)))))
                .isNotNull();
        refused(substituting.away(one, absence(null, two, later, later.plusSeconds(9))), AbsenceOverlaps.class);
    }

    @Test
    void onlyWhoServesInTheSameUnitAndRolesStandsIn() {
        Actor away = officer(true);
        Actor leader = member(Role.LEADER, unit.code(), false);
        Unit elsewhere = now(administration.addUnit(new NewUnit(
                "u-" + UUID.randomUUID().toString().substring(0, 12), "别处", "990102", null, Unit.Kind.DEPARTMENT)));
        Actor stranger = member(Role.OFFICER, elsewhere.code(), false);
        for (Actor unfit : List.of(leader, stranger, away)) {
            refused(substituting.away(away, absence(null, unfit, YESTERDAY, TOMORROW)), SubstituteUnfit.class);
        }
        Actor fit = officer(false);
        assertThat(now(substituting.candidates(away, staffOf(away))))
                .extracting(AbsenceView.Colleague::id)
                .containsExactly(staffOf(fit));
    }

    @Test
    void aLeaderSaysItOfTheirUnitAndOfNoOther() {
        Actor away = officer(true);
        Actor fit = officer(false);
        Actor leader = member(Role.LEADER, unit.code(), false);
        refused(substituting.away(fit, absence(away, fit, YESTERDAY, TOMORROW)), NoSuchThing.class);

        Id absence = now(substituting.away(leader, absence(away, fit, YESTERDAY, TOMORROW)));

        assertThat(now(substituting.known(leader))).extracting(AbsenceView::id).containsExactly(absence);
        substituting.back(fit, absence).as(StepVerifier::create).verifyError(NoSuchThing.class);
        substituting.back(leader, absence).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void timesThatCannotBeAreRefused() {
        String id = staffOf(officer(false)).toString();
        for (AbsenceRequest wrong : List.of(
                new AbsenceRequest(null, id, TOMORROW.toString(), YESTERDAY.toString()),
                new AbsenceRequest(null, id, YESTERDAY.minusSeconds(9).toString(), YESTERDAY.toString()),
                new AbsenceRequest(null, id, "+999999999-12-31T23:59:59Z", TOMORROW.toString()),
                new AbsenceRequest(null, id, "soon", TOMORROW.toString()),
                new AbsenceRequest(null, "nobody", YESTERDAY.toString(), TOMORROW.toString()))) {
            assertThat(catchThrowable(() -> wrong.read(NOW))).isInstanceOf(InvalidFields.class);
        }
    }

    private static AbsenceRequest.Known absence(@Nullable Actor away, Actor substitute, Instant from, Instant until) {
        return new AbsenceRequest.Known(away == null ? null : staffOf(away), staffOf(substitute), from, until);
    }

    private static Mono<String> outcome(Mono<Id> done) {
        return done.map(id -> "done").onErrorResume(Problem.class, problem -> Mono.just(problem.slug()));
    }

    private static void refused(Mono<Id> away, Class<? extends Throwable> problem) {
        away.as(StepVerifier::create).verifyError(problem);
    }

    private static Id staffOf(Actor actor) {
        return Objects.requireNonNull(actor.staff());
    }

    private Actor officer(boolean onDuty) {
        return member(Role.OFFICER, unit.code(), onDuty);
    }

    private Actor member(Role role, String of, boolean onDuty) {
        String login = "p" + UUID.randomUUID().toString().substring(0, 12);
        Id record = now(administration.addStaff(new NewStaff(login, "钱进", null, Set.of(role), of, "990102", onDuty)));
        Id person = now(staff.lock(record)).person();
        Id serves = now(people.unit(of)).map(Unit::id).orElseThrow();
        return new Actor(person, ids.next("990100"), Set.of(role), record, serves, "990102", null);
    }

    private static List<Id> all(Flux<Id> found) {
        return now(found.collectList());
    }
}
