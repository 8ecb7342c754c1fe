package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.FlowTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Somebody about to take a step of the flow, at a moment. */
record Attempt(Facts facts, Actor actor, FlowTable.Step step, Instant now) {

    /** In what capacity they may take it; empty when in none. Where the step leaves a choice the reporter's side comes first. */
    Optional<String> capacity() {
        if (reporter()) {
            return Optional.of(FlowTable.Step.REPORTER);
        }
        return holder() ? Optional.of(FlowTable.Step.HOLDER) : role().map(Role::name);
    }

    private boolean holder() {
        return step.by().contains(FlowTable.Step.HOLDER)
                && actor.person().equals(facts.subject().now().linkage().holder());
    }

    private boolean reporter() {
        return step.by().contains(FlowTable.Step.REPORTER) && facts.subject().isOf(actor.person());
    }

    private Optional<Role> role() {
        return Arrays.stream(Role.values())
                .filter(role -> step.by().contains(role.name()) && actor.is(role))
                .filter(this::inScope)
                .findFirst();
    }

    private boolean inScope(Role role) {
        return switch (role) {
            case OFFICER, LEADER -> forUnit();
            case CITIZEN -> true;
            default -> Scope.covers(actor, facts.subject().origin().place().area());
        };
    }

    /** The unit that has the case, which does not give back what it has reported; of a called one, for its own task. */
    private boolean forUnit() {
        Optional<ChildTask> task = facts.task(actor.unit());
        return switch (step.name()) {
            case "sign-task" ->
                task.filter(own -> own.state() == ChildTask.State.CALLED).isPresent();
            case "report-task" ->
                task.filter(own -> own.state() == ChildTask.State.SIGNED).isPresent();
            case "return-task" ->
                task.filter(own -> own.open() && own.part() != ChildTask.Part.LEAD)
                        .isPresent();
            case "return" -> leads() && !(many() && task.filter(ChildTask::open).isEmpty());
            default -> leads();
        };
    }

    private boolean many() {
        return facts.subject().now().stage().equals(Whistling.STAGE);
    }

    private boolean leads() {
        return actor.unit() != null && actor.unit().equals(facts.subject().now().unit());
    }

    /** Whether the actor takes the step for a community partner. */
    boolean forPartner() {
        return facts.servesPartner(actor)
                && role().filter(role -> role == Role.OFFICER || role == Role.LEADER)
                        .isPresent();
    }

    /** What the actor may do with the case now. */
    static List<AllowedStep> allowed(Facts facts, Actor actor, Instant now) {
        return facts.rules().flow().from(facts.subject().now().stage()).stream()
                .filter(step ->
                        Policy.refusal(new Attempt(facts, actor, step, now)).isEmpty())
                .map(step -> new AllowedStep(step.name(), step.label()))
                .toList();
    }
}
