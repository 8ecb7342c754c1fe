package io.quanmin.casework;

import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.approval.Qualification;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FlowTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody tries everything, in any order: cases stay on the table's paths, and somebody can always go on. */
final class FlowWalkTest {

    private static final int WALKS = 300;
    private static final int ATTEMPTS = 600;

    private static final Set<String> TASKS = Set.of("sign-task", "report-task", "return-task", "release-task");

    /** What the clock does at the end of a limit, leading the case on. */
    private static final Set<String> TURNS = Set.of("lapse", "take-over");

    private static final List<Actor> PEOPLE = List.of(
            Cast.REPORTER,
            Cast.NEIGHBOUR,
            Cast.REVIEWER,
            Cast.OTHER_REVIEWER,
            Cast.VERIFIER,
            Cast.OTHER_VERIFIER,
            Cast.DISPATCHER,
            Cast.OFFICER,
            Cast.SECOND_OFFICER,
            Cast.OTHER_OFFICER,
            Cast.SUPERVISOR,
            Cast.RESCUER,
            Cast.COMMUNITY_OFFICER,
            Cast.STREET_OFFICER,
            Cast.CITY_OFFICER,
            Cast.URBAN_OFFICER);

    private static final CaseFile TARGET = new CaseFile(
            new Id("990102", new UUID(7, 7)),
            "990102-20261123-0007",
            Cast.fresh().origin(),
            Cast.at("handling").now());

    private static final List<Move> MOVES = List.of(
            new Move.Accept(null, null),
            new Move.Accept("piled-rubble", null),
            new Move.SendBack("看不清"),
            new Move.Reject("不属于受理范围"),
            new Move.Merge(TARGET.id(), null),
            new Move.Withdraw(null),
            new Move.Supplement("补充", List.of()),
            new Move.ObjectTo("请再看"),
            new Move.Confirm(null, List.of()),
            new Move.Refute("现场没有", List.of()),
            new Move.Dispatch(null, null),
            new Move.Dispatch("municipal-works", null),
            new Move.Sign(null),
            new Move.Return("不是本单位"),
            new Move.Finish(null, List.of(Cast.id(1))),
            new Move.Pass(null, List.of()),
            new Move.Refuse("没干净", List.of()),
            new Move.Rate(new Rating(true, 5, null)),
            new Move.Reopen("还没有解决", List.of()),
            new Move.Uphold(null, List.of()),
            new Move.Overturn("现场仍有问题", List.of()),
            new Move.Urge(null),
            new Move.Supervise("请限时办结"),
            new Move.AskExtension(8, "等配件"),
            new Move.GrantExtension(null),
            new Move.DeclineExtension("请按时办结"),
            new Move.Shelve(LocalDate.of(2027, 1, 31), "汛期不宜施工"),
            new Move.Resume(null),
            new Move.Unmerge("不是同一处"),
            new Move.Offer(null),
            new Move.TakeOver(null),
            new Move.Claim(),
            new Move.GiveBack(null),
            new Move.Solve(null, List.of(Cast.id(2)), List.of(Cast.id(3)), null),
            new Move.Approve(null, null),
            new Move.Disapprove("没清理干净"),
            whistle("sanitation", "municipal-works"),
            whistle("municipal-works", "emergency", "yumatou-community"),
            new Move.CallMore(List.of(new Whistling.Call("linxi-street", ChildTask.Part.LEVEL, 8)), null),
            new Move.CallMore(List.of(new Whistling.Call("sanitation", ChildTask.Part.ASSIST, null)), null),
            new Move.SignTask(null),
            new Move.ReportTask("已办", List.of(Cast.id(1))),
            new Move.ReturnTask("不是本单位"),
            new Move.ReleaseTask("municipal-works", "不用了"),
            new Move.ReleaseTask("linxi-street", "不用了"),
            new Move.Unknown("fly"));

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 4711})
    void noPathLeavesTheTableNoCaseIsStuckAndHistoryTellsHowItStands(long seed) {
        Random random = new Random(seed);
        Set<String> reached = new HashSet<>();
        for (int walk = 0; walk < WALKS; walk++) {
            reached.addAll(walk(random, "seed " + seed + ", walk " + walk));
        }
        assertThat(reached)
                .as("stages reached with seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(RULES.flow().stages().stream()
                        .map(FlowTable.Stage::code)
                        .toList());
    }

    /** Half of what is closed is drawn to be inspected again; sanitation has a second officer, the others have one. */
    private static Set<String> walk(Random random, String where) {
        CaseFile file = random.nextInt(8) == 0 ? Cast.solvedOnReport() : Cast.fresh();
        Replay told = Replay.of(file.now());
        List<TakenStep> history = new ArrayList<>();
        List<ChildTask> tasks = List.of();
        Set<String> reached = new HashSet<>(Set.of(file.now().stage()));
        Instant now = MONDAY;
        for (int i = 0; i < ATTEMPTS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(600)));
            Instant at = now;
            Facts facts = facts(file, history, tasks);
            Optional<Decision.Taken> rung = Alarms.ring(facts, now);
            Actor actor = somebody(random, facts, now);
            Move move = move(random, facts, actor, now);
            Decision decision = rung.<Decision>map(taken -> taken)
                    .orElseGet(() -> Deciding.decide(facts, actor, move, Screening.PASSED, at));
            if (decision instanceof Decision.Taken taken) {
                history.addAll(taken.steps());
                assertOnTheTable(file, taken, where);
                told = told.after(taken.steps(), where);
                assertThat(told).as(where).isEqualTo(Replay.of(taken.next().now()));
                file = taken.next();
                tasks = Whistling.merged(tasks, taken.tasks());
                assertTasksFit(file, tasks, where);
                assertNotStuck(facts(file, history, tasks), now, where);
                taken.steps().forEach(step -> reached.add(step.to()));
            }
        }
        return reached;
    }

    private static Move whistle(String lead, String... others) {
        return new Move.Whistle(
                Stream.concat(
                                Stream.of(new Whistling.Call(lead, ChildTask.Part.LEAD, null)),
                                Stream.of(others).map(unit -> new Whistling.Call(unit, ChildTask.Part.ASSIST, null)))
                        .toList(),
                null);
    }

    private static Facts facts(CaseFile file, List<TakenStep> history, List<ChildTask> tasks) {
        boolean drawn = file.now().version() % 2 == 0;
        Set<Id> hands = Cast.SANITATION.id().equals(file.now().unit())
                ? Set.of(Cast.OFFICER.person(), Cast.SECOND_OFFICER.person())
                : Set.of(Cast.OTHER_OFFICER.person());
        return new Facts(file, List.copyOf(history), RULES, Cast.UNITS, TARGET)
                .with(Cast.GOOD_RESULT)
                .with(new Assurance(false, hands, drawn, false, Qualification.ALL))
                .with(tasks);
    }

    /** The first of a few who may do something here, else the last of them. */
    private static Actor somebody(Random random, Facts facts, Instant now) {
        Actor somebody = PEOPLE.get(random.nextInt(PEOPLE.size()));
        for (int i = 0; i < 4 && Attempt.allowed(facts, somebody, now).isEmpty(); i++) {
            somebody = PEOPLE.get(random.nextInt(PEOPLE.size()));
        }
        return somebody;
    }

    /** Half of the time anything, half of the time what the actor may do. */
    private static Move move(Random random, Facts facts, Actor actor, Instant now) {
        List<String> allowed = Attempt.allowed(facts, actor, now).stream()
                .map(AllowedStep::step)
                .toList();
        List<Move> fitting =
                MOVES.stream().filter(move -> allowed.contains(move.step())).toList();
        List<Move> from = fitting.isEmpty() || random.nextBoolean() ? MOVES : fitting;
        return from.get(random.nextInt(from.size()));
    }

    /** Somebody has something to do exactly while many are at work. */
    private static void assertTasksFit(CaseFile file, List<ChildTask> tasks, String where) {
        assertThat(tasks.stream().anyMatch(ChildTask::open))
                .as("open tasks at %s, %s", file.now().stage(), where)
                .isEqualTo(file.now().stage().equals(Whistling.STAGE));
    }

    /** At every open stage somebody of the cast may lead the case on, or the clock will. */
    private static void assertNotStuck(Facts facts, Instant now, String where) {
        Standing standing = facts.subject().now();
        FlowTable.Stage stage = RULES.flow().stage(standing.stage()).orElseThrow();
        if (stage.open() && !clockLeadsOn(facts)) {
            assertThat(PEOPLE)
                    .as("who leads on at %s, %s", stage.code(), where)
                    .anySatisfy(actor -> assertThat(Attempt.allowed(facts, actor, now))
                            .anyMatch(allowed -> leadsOn(standing.stage(), allowed.step())));
        }
    }

    /** To urge or to supervise leads nowhere; each task done brings the whole nearer to its end. */
    private static boolean leadsOn(String stage, String step) {
        return TASKS.contains(step)
                || !RULES.flow().step(stage, step).orElseThrow().stays();
    }

    private static boolean clockLeadsOn(Facts facts) {
        Standing standing = facts.subject().now();
        boolean turns = standing.dueAt() != null
                && RULES.flow().from(standing.stage()).stream().anyMatch(step -> TURNS.contains(step.name()));
        return turns || Rising.ends(RULES, standing, facts.history()).isPresent();
    }

    private static void assertOnTheTable(CaseFile before, Decision.Taken taken, String where) {
        String at = before.now().stage();
        long version = before.now().version();
        for (TakenStep step : taken.steps()) {
            assertThat(step.from()).as(where).isEqualTo(at);
            assertThat(step.version()).as(where).isEqualTo(++version);
            assertThat(RULES.flow().step(at, step.name()))
                    .as(where)
                    .hasValueSatisfying(found -> assertThat(found.to()).isEqualTo(step.to()));
            at = step.to();
        }
        assertThat(taken.next().now().stage()).as(where).isEqualTo(at);
    }
}
