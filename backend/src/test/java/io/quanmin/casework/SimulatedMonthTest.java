package io.quanmin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.People;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.FormRules;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import io.quanmin.testing.RememberedNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month of a district on a clock of its own: citizens report, everybody does what they may, some late, some wrongly; limits pass,
 * alarms ring. At the end every case is accounted for. {@code -Dquanmin.month.cases=20000 -Dquanmin.month.officers=300} for a large
 * one, {@code -Dquanmin.month.seed} for the same again.
 */
@CaseworkTest
@Import(SimulatedMonthTest.VirtualTime.class)
@TestPropertySource(
        properties = {
            "quanmin.embedded.database=month",
            "quanmin.casework.alarms-every=10h",
            "quanmin.identity.limits.report.times=100000"
        })
final class SimulatedMonthTest {

    private static final int CASES = Integer.getInteger("quanmin.month.cases", 2_000);
    private static final int OFFICERS = Integer.getInteger("quanmin.month.officers", 60);
    private static final long SEED = Long.getLong("quanmin.month.seed", 20261201);

    private static final Instant BEGIN = Instant.parse("2026-11-30T16:00:00Z");
    private static final int DAYS = 31;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(BEGIN);

    @Autowired
    private Reporting reporting;

    @Autowired
    private Reading reading;

    @Autowired
    private Stepping stepping;

    @Autowired
    private AlarmClock alarms;

    @Autowired
    private Drawing drawing;

    @Autowired
    private Calling calling;

    @Autowired
    private CaseTable cases;

    @Autowired
    private StepTable steps;

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private People people;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RememberedNotices notices;

    @Autowired
    private JsonMapper json;

    private final Map<String, List<Id>> filed = new HashMap<>();
    private final Map<Id, Instant> waiting = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    /** Time stands still until the test lets it go on. */
    @TestConfiguration(proxyBeanMethods = false)
    static class VirtualTime {

        @Bean
        @Primary
        Clock virtualClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(instant(), zone);
                }

                @Override
                public Instant instant() {
                    return Objects.requireNonNull(NOW.get());
                }
            };
        }
    }

    @Test
    void aMonthOfADistrictEndsWithEveryCaseAccountedFor() {
        System.out.printf("A month of %,d cases and %d officers, seed %d%n", CASES, OFFICERS, SEED);
        Random random = new Random(SEED);
        Rules rules = now(rulebook.inForce(BEGIN));
        MonthCrew crew =
                MonthCrew.gather(administration, now(people.units()), rules, OFFICERS, Math.max(100, CASES / 8));
        Map<Integer, Long> arrivals = IntStream.range(0, CASES)
                .map(nth -> random.nextInt(DAYS * 24))
                .boxed()
                .collect(Collectors.groupingBy(hour -> hour, Collectors.counting()));
        long rung = 0;
        long answered = 0;
        for (int hour = 0; hour < DAYS * 24; hour++) {
            NOW.set(BEGIN.plus(Duration.ofHours(hour)));
            report(crew, rules, random, arrivals.getOrDefault(hour, 0L));
            rung += now(alarms.ring(NOW.get()));
            workFor(crew, random);
            answered += hour % 24 == 9 ? callBack(crew, random) : 0;
        }
        rung += now(alarms.ring(NOW.get()));
        System.out.printf(
                "%,d alarms, %,d called back; at the end %s; refused meanwhile %s%n",
                rung, answered, stages(), new TreeMap<>(refusals));

        assertThat(stages().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(CASES);
        assertThat(rung).as("limits that passed").isPositive();
        assertThat(answered).as("reporters called back").isPositive();
        whatIsMergedGoesOnInACaseThatIsNot();
        everyHistoryReplays();
        nothingWaitsWithoutAClockThatHasNotRung(rules);
        whatIsClosedWasTold();
    }

    private void report(MonthCrew crew, Rules rules, Random random, long many) {
        List<String> types = rules.types().map(type -> type.code()).toList();
        List<Filing> reports = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Actor citizen = crew.citizens().get(random.nextInt(crew.citizens().size()));
            String type = types.get(random.nextInt(types.size()));
            Map<String, Object> body = Map.of(
                    "type",
                    type,
                    "description",
                    "模拟的一个月里的第 " + random.nextInt(1_000_000) + " 件事",
                    "place",
                    Map.of(
                            "longitude",
                            120.11 + random.nextDouble() * 0.04,
                            "latitude",
                            30.255 + random.nextDouble() * 0.03,
                            "datum",
                            "WGS84",
                            "address",
                            "某路"),
                    "answers",
                    answers(rules.forms().fields(type)));
            Report report = json.convertValue(body, ReportRequest.class).read();
            reports.add(new Filing(citizen, report));
        }
        List<Id> made = now(Flux.fromIterable(reports)
                .flatMapSequential(this::file, AT_ONCE)
                .collectList());
        IntStream.range(0, made.size())
                .forEach(nth -> filed.computeIfAbsent(reports.get(nth).report().type(), type -> new ArrayList<>())
                        .add(made.get(nth)));
        made.forEach(id -> waiting.put(id, NOW.get().plus(Duration.ofMinutes(random.nextInt(600)))));
    }

    private static Map<String, String> answers(List<FormRules.Field> asked) {
        return asked.stream()
                .filter(FormRules.Field::required)
                .collect(Collectors.toMap(FormRules.Field::code, SimulatedMonthTest::answer));
    }

    private static String answer(FormRules.Field field) {
        return switch (field.kind()) {
            case TEXT -> "某";
            case NUMBER -> Long.toString(field.min());
            case CHOICE -> field.choices().keySet().iterator().next();
            case YES_NO -> "yes";
            case DATE -> "2026-12-01";
        };
    }

    private record Filing(Actor citizen, Report report) {}

    private Mono<Id> file(Filing filing) {
        Id person = filing.citizen().person();
        return reporting
                .report(filing.citizen(), new Command(person, UUID.randomUUID().toString(), "m"), filing.report())
                .map(facts -> facts.subject().id());
    }

    /** Everybody whose hour it is does one thing. */
    private void workFor(MonthCrew crew, Random random) {
        Instant moment = NOW.get();
        List<Map.Entry<Id, Long>> ready = waiting.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(moment))
                .map(Map.Entry::getKey)
                .sorted()
                .map(id -> Map.entry(id, random.nextLong()))
                .toList();
        long done = now(Flux.fromIterable(ready)
                .flatMap(
                        turn -> act(turn.getKey(), crew, new Random(turn.getValue()))
                                .thenReturn(turn),
                        AT_ONCE)
                .count());
        assertThat(done).isEqualTo(ready.size());
    }

    private Mono<Void> act(Id id, MonthCrew crew, Random random) {
        return reading.facts(id).flatMap(facts -> {
            Optional<Doing> turn = turn(facts, crew, random);
            boolean open = facts.isOpen(facts.subject());
            if (!open && (turn.isEmpty() || random.nextInt(5) < 2)) {
                waiting.remove(id);
                return Mono.empty();
            }
            // most things are done within a day; some people take their time
            waiting.put(id, NOW.get().plus(Duration.ofMinutes(random.nextInt(10) == 0 ? 6_000 : random.nextInt(600))));
            return Mono.justOrEmpty(turn)
                    .flatMap(doing -> Flux.concat(doing.photos()).then(stepping.step(doing.turn())))
                    .then()
                    .onErrorResume(Problem.class, refused -> {
                        refusals.merge(refused.slug(), 1, Integer::sum);
                        return Mono.empty();
                    });
        });
    }

    /** @param photos to be on record before the turn is taken */
    private record Doing(Turn turn, List<Mono<Void>> photos) {}

    private Optional<Doing> turn(Facts facts, MonthCrew crew, Random random) {
        for (Actor actor : crew.around(facts, random)) {
            List<AllowedStep> allowed = Attempt.allowed(facts, actor, NOW.get()).stream()
                    .filter(step -> !step.step().equals("merge")
                            || another(facts, random).isPresent())
                    .toList();
            Optional<Doing> doing = MonthHabits.choose(allowed, random).map(step -> doing(step, facts, actor, random));
            if (doing.isPresent()) {
                return doing;
            }
        }
        return Optional.empty();
    }

    /** Some other report of the same kind of problem; that it is closed by now is for the service to say. */
    private Optional<Id> another(Facts facts, Random random) {
        List<Id> same = filed.getOrDefault(facts.subject().now().type(), List.of()).stream()
                .filter(id -> !id.equals(facts.subject().id()) && waiting.containsKey(id))
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(same.get(random.nextInt(same.size())));
    }

    /** Each morning it is drawn what is inspected again and who is called back; who is called mostly answers. */
    private long callBack(MonthCrew crew, Random random) {
        assertThat(now(drawing.draw(NOW.get()))).isNotNegative();
        List<Id> drawn = now(database.sql("""
                        select district, case_id from casework.closing where callback = 'DRAWN' and not again
                        order by case_id limit 500
                        """)
                .map(row -> new Id(Columns.get(row, "district", String.class), Columns.get(row, "case_id", UUID.class)))
                .all()
                .collectList());
        List<Actor> callers =
                crew.staff().stream().filter(actor -> actor.is(Role.REVIEWER)).toList();
        long answered = 0;
        for (Id id : drawn) {
            boolean reached = random.nextInt(10) > 2;
            boolean solved = random.nextInt(10) > 0;
            Call call = reached ? new Call(true, solved, solved, null) : new Call(false, null, null, null);
            Actor caller = callers.get(random.nextInt(callers.size()));
            Command command = new Command(caller.person(), UUID.randomUUID().toString(), "call");
            answered += now(calling.called(id, caller, command, call)
                    .thenReturn(reached ? 1 : 0)
                    .onErrorResume(Problem.class, refused -> {
                        refusals.merge(refused.slug(), 1, Integer::sum);
                        return Mono.just(0);
                    }));
        }
        return answered;
    }

    private Doing doing(AllowedStep step, Facts facts, Actor actor, Random random) {
        List<Mono<Void>> photos = new ArrayList<>();
        Map<String, Object> body =
                MonthHabits.body(step, facts, actor, NOW.get(), random, by -> photo(by, facts.subject(), photos));
        if (step.step().equals("merge")) {
            body.put("into", another(facts, random).orElseThrow().toString());
        }
        StepRequest request = json.convertValue(body, StepRequest.class);
        Command command = new Command(actor.person(), UUID.randomUUID().toString(), step.step());
        CaseFile file = facts.subject();
        return new Doing(new Turn(actor, command, file.id(), file.now().version(), request.read()), photos);
    }

    /** A photo on record; nobody looks at it. */
    private Id photo(Actor by, CaseFile of, List<Mono<Void>> photos) {
        Id id = new Id(of.id().district(), UUID.randomUUID());
        GeoPoint point =
                Objects.requireNonNullElse(of.origin().place().point(), new GeoPoint(120.13, 30.27, Datum.WGS84));
        photos.add(database.sql("""
                        insert into media.photo (
                            district, id, uploader_district, uploader, state, format, size, width, height, taken_at, taken_longitude,
                            taken_latitude, hash, uploaded_at, screening)
                        values (
                            :district, :id, :uploaderDistrict, :uploader, 'KEPT', 'JPEG', 1, 1, 1, :at, :longitude, :latitude, :hash,
                            :at, 'PASSED')
                        """)
                .bind("district", id.district())
                .bind("id", id.value())
                .bind("uploaderDistrict", by.person().district())
                .bind("uploader", by.person().value())
                .bind("at", NOW.get())
                .bind("longitude", point.longitude())
                .bind("latitude", point.latitude())
                .bind("hash", id.value().getMostSignificantBits())
                .then());
        return id;
    }

    private Map<String, Long> stages() {
        Map<String, Long> stages = new TreeMap<>();
        now(database.sql("select stage, count(*) as many from casework.case_file group by stage")
                        .map(row -> Map.entry(
                                Columns.get(row, "stage", String.class), Columns.get(row, "many", Long.class)))
                        .all()
                        .collectList())
                .forEach(entry -> stages.put(entry.getKey(), entry.getValue()));
        return stages;
    }

    /** Followed row by row from the report on, every history ends where its case stands. */
    private void everyHistoryReplays() {
        List<Id> all = now(database.sql("select district, id from casework.case_file")
                .map(row -> new Id(Columns.get(row, "district", String.class), Columns.get(row, "id", UUID.class)))
                .all()
                .collectList());
        long replayed = now(Flux.fromIterable(all)
                .flatMap(
                        id -> Mono.zip(cases.find(id), steps.of(id).collectList(), (file, history) -> {
                            assertThat(Replay.of(history)).as(file.number()).isEqualTo(Replay.of(file.now()));
                            return id;
                        }),
                        AT_ONCE)
                .count());
        assertThat(replayed).isEqualTo(CASES);
    }

    private void whatIsMergedGoesOnInACaseThatIsNot() {
        assertThat(counted("select count(distinct case_id) from casework.step where name = 'merge'"))
                .as("cases merged")
                .isPositive();
        assertThat(counted("select count(*) from casework.step where name = 'unmerge'"))
                .as("merges undone")
                .isPositive();
        assertThat(counted("""
                select count(*) from casework.case_file file
                where (file.merged_into is not null) <> (file.stage = 'merged')
                   or exists (
                       select from casework.case_file target
                       where target.district || '-' || replace(target.id::text, '-', '') = file.merged_into
                         and target.stage in ('merged', 'withdrawn'))
                """)).as("cases merged into one that does not go on").isZero();
    }

    /** Whatever is open has somebody who may go on, and no alarm that should have rung and did not. */
    private void nothingWaitsWithoutAClockThatHasNotRung(Rules rules) {
        List<String> open = rules.flow().stages().stream()
                .filter(FlowTable.Stage::open)
                .map(FlowTable.Stage::code)
                .toList();
        assertThat(counted("select count(*) from casework.case_file where open <> (stage = any('{%s}'))"
                        .formatted(String.join(",", open))))
                .as("cases that are open where the flow says otherwise")
                .isZero();
        assertThat(counted(
                        "select count(*) from casework.case_file where open and alarm_at <= '%s'".formatted(NOW.get())))
                .as("alarms that did not ring")
                .isZero();
        assertThat(counted("""
                select count(*) from (
                    select 1 from casework.step
                    where name in ('warn', 'breach', 'escalate', 'rise', 'lapse') and due_at is not null
                    group by district, case_id, name, from_stage, due_at having count(*) > 1) twice
                """)).as("alarms that rang twice for one deadline").isZero();
    }

    private void whatIsClosedWasTold() {
        List<Id> closed = now(database.sql("""
                        select district, id from casework.case_file file where exists (
                            select from casework.step step
                            where step.district = file.district and step.case_id = file.id and step.name = 'pass')
                        """)
                .map(row -> new Id(Columns.get(row, "district", String.class), Columns.get(row, "id", UUID.class)))
                .all()
                .collectList());
        Map<Id, Long> told = new HashMap<>();
        notices.all().stream()
                .filter(notice -> notice.template().equals("case.closed"))
                .forEach(notice -> told.merge(notice.subject(), 1L, Long::sum));
        assertThat(closed)
                .hasSizeGreaterThan(CASES / 20)
                .allSatisfy(id -> assertThat(told).containsKey(id));
    }

    private long counted(String sql) {
        return now(database.sql(sql).mapValue(Long.class).one());
    }

    private static <T> T now(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(PATIENCE));
    }
}
