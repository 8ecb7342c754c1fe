package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Violation;
import io.quanmin.place.Division;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageRules;
import io.quanmin.rulebook.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calling many at once, and what becomes of their tasks. Facts in, tasks out. */
record Whistling(Facts facts, Instant now) {

    /** Where a case is while many work on it. */
    static final String STAGE = "whistled";

    /** Every task has an end. */
    static final String GATHER = "gather";

    /**
     * A unit to be called.
     *
     * @param unit its code
     * @param hours it has, on the clock of the rule; absent for as long as the rule says
     */
    record Call(String unit, ChildTask.Part part, @Nullable Integer hours) {}

    private LinkageRules.Whistle rule() {
        return facts.rules().linkage().whistle();
    }

    /** What is wrong with calling these; every fault at once. */
    Optional<Problem> unfit(List<Call> calls, boolean first) {
        List<Violation> faults = new ArrayList<>();
        IntStream.range(0, calls.size()).forEach(i -> fault(calls, i).forEach(faults::add));
        long leads = calls.stream()
                .filter(call -> call.part() == ChildTask.Part.LEAD)
                .count();
        if (calls.isEmpty()) {
            faults.add(new Violation("calls", "required", "请选择要召集的单位"));
        } else if (leads != (first ? 1 : 0)) {
            faults.add(new Violation("calls", "lead", first ? "须有且只有一个牵头单位" : "牵头单位已经定了，不能再加"));
        }
        long already = facts.tasks().stream().filter(ChildTask::open).count();
        if (already + calls.size() > rule().most()) {
            faults.add(new Violation("calls", "too-many", "一件案件最多召集 " + rule().most() + " 个单位"));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(new InvalidFields(faults));
    }

    private Stream<Violation> fault(List<Call> calls, int nth) {
        Call call = calls.get(nth);
        String field = "calls[" + nth + "].";
        Optional<Unit> unit = facts.unit(call.unit());
        Integer hours = call.hours();
        return Stream.of(
                        fault(unit.isEmpty(), field + "unit", "unknown", "没有这个单位，可能已经撤销"),
                        fault(twice(calls, nth), field + "unit", "twice", "同一个单位只能召集一次"),
                        fault(unit.filter(this::atWork).isPresent(), field + "unit", "called", "这个单位正在办理"),
                        fault(
                                hours != null && (hours < 1 || hours > rule().longest()),
                                field + "hours",
                                "out-of-range",
                                "时限须为 1 至 " + rule().longest() + " 小时"))
                .flatMap(Optional::stream);
    }

    private static Optional<Violation> fault(boolean there, String field, String rule, String words) {
        return there ? Optional.of(new Violation(field, rule, words)) : Optional.empty();
    }

    private static boolean twice(List<Call> calls, int nth) {
        return calls.subList(0, nth).stream()
                .anyMatch(call -> call.unit().equals(calls.get(nth).unit()));
    }

    /** The lead is not called besides, also when it has reported already. */
    private boolean atWork(Unit unit) {
        return unit.id().equals(facts.subject().now().unit())
                || facts.task(unit.id()).filter(ChildTask::open).isPresent();
    }

    /** The tasks a move changes, of which the case then stands as given. */
    List<ChildTask> changed(Actor actor, Move move, Standing next) {
        return switch (move) {
            case Move.Whistle whistle -> called(whistle.calls(), next.dueAt());
            case Move.CallMore more -> more(more, next);
            case Move.SignTask sign -> own(actor, task -> task.signed(actor.person(), now));
            case Move.ReportTask report ->
                own(actor, task -> ended(task, ChildTask.State.REPORTED, actor, report.note(), next));
            case Move.ReturnTask back ->
                own(actor, task -> ended(task, ChildTask.State.RETURNED, actor, back.reason(), next));
            case Move.ReleaseTask release ->
                open(release.unit())
                        .map(task -> ended(task, ChildTask.State.RELEASED, actor, release.reason(), next))
                        .toList();
            case Move.Return back -> letGo(actor, back, next);
            default -> List.of();
        };
    }

    private List<ChildTask> own(Actor actor, UnaryOperator<ChildTask> change) {
        return facts.task(actor.unit()).map(change).stream().toList();
    }

    private ChildTask ended(ChildTask task, ChildTask.State end, Actor actor, @Nullable String words, Standing next) {
        return task.done(end, actor.person(), words, next.version(), now);
    }

    /** Who is let go: a unit that still has something to do, and is not the lead. */
    Stream<ChildTask> open(String unit) {
        return facts.unit(unit).flatMap(known -> facts.task(known.id())).stream()
                .filter(task -> task.open() && task.part() != ChildTask.Part.LEAD);
    }

    /** Where the case was worked on by one unit, that unit leads from now on. */
    private List<ChildTask> more(Move.CallMore more, Standing next) {
        List<ChildTask> called = called(more.calls(), next.dueAt());
        return facts.subject().now().stage().equals(STAGE)
                ? called
                : Stream.concat(ledAgain(next.dueAt()).stream(), called.stream())
                        .toList();
    }

    /** By when all of it is to be done. */
    Instant whole() {
        boolean dangerous = facts.subject().now().dangerous();
        return (dangerous ? rule().danger() : rule().whole())
                .endsAt(now, facts.rules().calendar());
    }

    /** The tasks of those called, none longer than the whole. */
    private List<ChildTask> called(List<Call> calls, @Nullable Instant whole) {
        return calls.stream()
                .map(call -> ChildTask.called(
                        facts.unit(call.unit()).orElseThrow().id(), call.part(), now, due(call, whole)))
                .toList();
    }

    private Instant due(Call call, @Nullable Instant whole) {
        TimeLimit usual = facts.subject().now().dangerous() ? rule().danger() : rule().task();
        Integer hours = call.hours();
        TimeLimit limit = hours == null ? usual : new TimeLimit(Duration.ofHours(hours), usual.clock());
        Instant due = limit.endsAt(now, facts.rules().calendar());
        return whole != null && whole.isBefore(due) ? whole : due;
    }

    /** The lead of a case that is worked on again goes on at once. */
    private List<ChildTask> ledAgain(@Nullable Instant whole) {
        Id lead = facts.subject().now().unit();
        Instant due = due(new Call("", ChildTask.Part.LEAD, null), whole);
        return lead == null
                ? List.of()
                : List.of(ChildTask.called(lead, ChildTask.Part.LEAD, now, due).signed(null, now));
    }

    /** All that are still open are let go: the lead has given the case back. */
    private List<ChildTask> letGo(Actor actor, Move.Return back, Standing next) {
        return facts.tasks().stream()
                .filter(ChildTask::open)
                .map(task -> ended(task, ChildTask.State.RELEASED, actor, back.reason(), next))
                .toList();
    }

    /** Who leads of those called. */
    Id lead(List<Call> calls) {
        return calls.stream()
                .filter(call -> call.part() == ChildTask.Part.LEAD)
                .flatMap(call -> facts.unit(call.unit()).stream())
                .map(Unit::id)
                .findFirst()
                .orElseThrow();
    }

    /** The lead's report is the case's result, which has a picture. */
    Optional<Problem> unfit(Actor actor, Move.ReportTask report) {
        return facts.task(actor.unit())
                .filter(task ->
                        task.part() == ChildTask.Part.LEAD && report.photos().isEmpty())
                .map(task -> new InvalidFields("photos", "required", "请至少上传 1 张处置后的照片"));
    }

    /** When some tasks changed and nobody has anything left to do: all go to be inspected. */
    Optional<Fork.Onward> gathered(Standing next, List<ChildTask> changed) {
        boolean all = next.stage().equals(STAGE) && done(merged(facts.tasks(), changed));
        return facts.rules()
                .flow()
                .step(next.stage(), GATHER)
                .filter(step -> all && !changed.isEmpty())
                .map(step -> inspected(step, next));
    }

    private Fork.Onward inspected(FlowTable.Step step, Standing next) {
        Instant due = facts.rules()
                .due(facts.type(), next.linkage().difficulty(), step.to(), now)
                .orElse(null);
        Standing then = next.at(step.to(), due);
        return new Fork.Onward(then, TakenStep.automatic(step, then, now));
    }

    private static boolean done(List<ChildTask> tasks) {
        return tasks.stream().noneMatch(ChildTask::open)
                && tasks.stream()
                        .anyMatch(
                                task -> task.part() == ChildTask.Part.LEAD && task.state() == ChildTask.State.REPORTED);
    }

    /** The tasks as they are with some of them changed. */
    static List<ChildTask> merged(List<ChildTask> tasks, List<ChildTask> changed) {
        Set<Id> units = new HashSet<>();
        changed.forEach(task -> units.add(task.unit()));
        return Stream.concat(tasks.stream().filter(task -> !units.contains(task.unit())), changed.stream())
                .toList();
    }

    /** Who should be called, as the rulebook thinks: the unit of the type, those that help it, the offices of the place. */
    List<Call> proposed() {
        Ladder ladder = new Ladder(facts, facts.type());
        List<Call> calls = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        facts.rules()
                .unit(facts.type(), facts.subject().origin().place().area(), Division.Level.DISTRICT)
                .ifPresent(code -> propose(calls, seen, code, ChildTask.Part.LEAD));
        rule().helpers(facts.type().code()).forEach(code -> propose(calls, seen, code, ChildTask.Part.ASSIST));
        ladder.rungs().stream()
                .filter(rung -> rung.level() != Division.Level.CITY)
                .forEach(rung -> propose(calls, seen, rung.code(), ChildTask.Part.LEVEL));
        return List.copyOf(calls);
    }

    private void propose(List<Call> calls, Set<String> seen, String code, ChildTask.Part part) {
        if (facts.unit(code).isPresent() && seen.add(code) && calls.size() < rule().most()) {
            calls.add(new Call(code, part, null));
        }
    }
}
