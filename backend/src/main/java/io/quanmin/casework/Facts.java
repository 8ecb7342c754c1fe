package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Proposal;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TypeGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about a case rests on, read beforehand.
 *
 * @param history oldest first
 * @param rules the version the case began under
 * @param target the case to be merged into, where that is what somebody wants and it exists
 * @param brought what is known of the result somebody brings, where that is what they do
 * @param assurance what bears on who may judge it or do it again
 * @param before by type: how many cases were solved around the place within the window of the rules; read while that matters
 * @param tasks of the units that were called, the lead's first; none where nobody whistled
 */
record Facts(
        CaseFile subject,
        List<TakenStep> history,
        Rules rules,
        List<Unit> units,
        @Nullable CaseFile target,
        @Nullable Result brought,
        Assurance assurance,
        Map<String, Long> before,
        List<ChildTask> tasks) {

    /** Steps by which somebody handles a case. */
    static final Set<String> HANDLING = Set.of("sign", "finish", "sign-task", "report-task", "solve", "report-solved");

    /** Steps that find a result good. */
    static final Set<String> INSPECTED = Set.of("pass", "approve");

    private static final Set<String> EXTENDING = Set.of("ask-extension", "grant-extension", "decline-extension");

    /** Steps by which a closed case is done again. */
    static final Set<String> AGAIN = Set.of("reopen", "overturn");

    Facts(CaseFile subject, List<TakenStep> history, Rules rules, List<Unit> units, @Nullable CaseFile target) {
        this(subject, history, rules, units, target, null, Assurance.NONE, Map.of(), List.of());
    }

    Facts with(@Nullable CaseFile mergeTarget) {
        return new Facts(subject, history, rules, units, mergeTarget, brought, assurance, before, tasks);
    }

    Facts with(Result result) {
        return new Facts(subject, history, rules, units, target, result, assurance, before, tasks);
    }

    Facts with(Assurance known) {
        return new Facts(subject, history, rules, units, target, brought, known, before, tasks);
    }

    Facts with(Map<String, Long> solvedAround) {
        return new Facts(subject, history, rules, units, target, brought, assurance, solvedAround, tasks);
    }

    Facts with(List<ChildTask> called) {
        return new Facts(subject, history, rules, units, target, brought, assurance, before, called);
    }

    /** What somebody brings, where that was found out. */
    Result result() {
        return Optional.ofNullable(brought).orElseThrow();
    }

    /** Whether somebody works for a community partner. */
    boolean servesPartner(Actor actor) {
        return actor.is(Role.OFFICER, Role.LEADER)
                && units.stream()
                        .anyMatch(unit ->
                                unit.kind() == Unit.Kind.PARTNER && unit.id().equals(actor.unit()));
    }

    /** What a unit has to do among many; empty where it was not called. */
    Optional<ChildTask> task(@Nullable Id unit) {
        return tasks.stream().filter(task -> task.unit().equals(unit)).findFirst();
    }

    /** The rule's word on how hard the case is and which way it goes, were it of a type. */
    Proposal proposal(ProblemType type) {
        String area = subject.origin().place().area();
        return rules.linkage().propose(type, area, before.getOrDefault(type.code(), 0L), reopened());
    }

    /** Whether it was closed before. */
    boolean reopened() {
        return last(Set.of("reopen", "overturn")).isPresent();
    }

    Optional<FlowTable.Step> step(String name) {
        return rules.flow().step(subject.now().stage(), name);
    }

    Optional<Unit> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The type of the case, which its rules know because they named it. */
    ProblemType type() {
        return rules.type(subject.now().type()).orElseThrow();
    }

    /** Whether something is still to be done about a case, by the flow of this one. */
    boolean isOpen(CaseFile file) {
        return rules.flow().stage(file.now().stage()).map(FlowTable.Stage::open).orElse(false);
    }

    boolean objected() {
        return history.stream().anyMatch(step -> step.name().equals("object"));
    }

    /** How often a step was taken. */
    long times(String step) {
        return history.stream().filter(taken -> taken.name().equals(step)).count();
    }

    /** When a step was last taken. */
    Optional<TakenStep> last(Set<String> steps) {
        return history.stream().filter(taken -> steps.contains(taken.name())).reduce((earlier, later) -> later);
    }

    /** The extension somebody asked for and nobody has answered; who has the case no longer asks for none. */
    Optional<TakenStep> extensionAsked() {
        return history.stream()
                .filter(taken -> EXTENDING.contains(taken.name()) || !taken.stayed())
                .reduce((earlier, later) -> later)
                .filter(taken -> taken.name().equals("ask-extension"));
    }

    /** Whether all that happened since a version left the case at its stage, so that who looked at that version may go on. */
    boolean stoodSince(long version) {
        return version <= subject.now().version()
                && history.stream().filter(taken -> taken.version() > version).allMatch(TakenStep::stayed);
    }

    /** Whether it was closed before and is done again. */
    boolean doneAgain() {
        return times(AGAIN) > 0;
    }

    /** When it was last closed; empty while it never was. */
    Optional<TakenStep> closing() {
        return last(INSPECTED);
    }

    private long times(Set<String> steps) {
        return history.stream().filter(taken -> steps.contains(taken.name())).count();
    }

    /** Whether the case came to where it stands by the step that made a version. */
    boolean arrivedBy(long version) {
        return history.stream()
                .filter(step -> !step.stayed())
                .reduce((earlier, later) -> later)
                .map(TakenStep::version)
                .filter(arrived -> arrived == version)
                .isPresent();
    }

    /** The major class of the type of the case. */
    String group() {
        String type = subject.now().type();
        return rules.groups().stream()
                .filter(group ->
                        group.types().stream().anyMatch(each -> each.code().equals(type)))
                .map(TypeGroup::code)
                .findFirst()
                .orElse("");
    }

    /** Who had to do with the case. */
    Involvement involvement() {
        return new Involvement(this);
    }
}
