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
            case OFFICER, LEADER ->
                actor.unit() != null
                        && actor.unit().equals(facts.subject().now().unit());
            case CITIZEN -> true;
            default -> Scope.covers(actor, facts.subject().origin().place().area());
        };
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
