package io.quanmin.casework;

import io.quanmin.approval.Qualification;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.Rules;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where somebody works: what of each queue is theirs. */
record Workplace(
        Actor actor,
        Rules rules,
        @Nullable Id emergencyUnit,
        Qualification qualification,
        Set<Id> hands,
        Set<Id> pictured,
        Instant now) {

    Optional<Slice> slice(Queue queue) {
        return switch (queue) {
            case DUTY -> duty();
            case OVERDUE -> watched(DeskFilter.late(now));
            case SOON -> watched(DeskFilter.soon(now)).or(() -> ofUnit(DeskFilter.soon(now)));
            case SCREENING -> screening();
            case CALLBACK -> callback();
            default -> waiting(queue);
        };
    }

    private Optional<Slice> waiting(Queue queue) {
        FlowTable flow = rules.flow();
        Set<String> stages = Set.copyOf(queue.stages(flow));
        return Arrays.stream(Role.values())
                .filter(role -> queue.roles(flow).contains(role.name()) && actor.is(role))
                .findFirst()
                .flatMap(role -> waiting(queue, role, stages));
    }

    private Optional<Slice> waiting(Queue queue, Role role, Set<String> stages) {
        boolean ofUnit = role == Role.OFFICER || role == Role.LEADER;
        String area = ofUnit ? null : Scope.prefix(actor);
        Id unit = ofUnit ? actor.unit() : null;
        return area == null && unit == null
                ? Optional.empty()
                : Optional.of(new Slice(stages, false, DeskFilter.ALL, area, unit, actor.person(), queue.not()))
                        .map(slice -> particular(queue, slice));
    }

    private Slice particular(Queue queue, Slice slice) {
        return switch (queue) {
            case REVIEW, APPRAISE -> qualification.all() ? slice : slice.only(qualification.types());
            case SIGN, HANDLE -> slice.without(hands).with(queue.task().orElseThrow());
            case EXTENSION -> slice.of(Slice.Source.EXTENSION);
            case REINSPECT -> slice.of(Slice.Source.REINSPECTION);
            default -> slice;
        };
    }

    /** Of who reviews in the area, but for what they handled. */
    private Optional<Slice> callback() {
        String area = Scope.prefix(actor);
        return actor.is(Role.REVIEWER) && area != null
                ? Optional.of(new Slice(null, false, DeskFilter.ALL, area, null, actor.person(), Queue.CALLBACK.not())
                        .of(Slice.Source.CALLBACK))
                : Optional.empty();
    }

    /** Of who supervises in the area, the working group among them, and of who leads the unit that has the task. */
    private Optional<Slice> watched(DeskFilter which) {
        if (actor.is(Role.SUPERVISOR, Role.WORKING_GROUP) && Scope.prefix(actor) != null) {
            return Optional.of(new Slice(null, false, which, Scope.prefix(actor), null, actor.person(), Set.of()));
        }
        return actor.is(Role.LEADER) ? ofUnit(which) : Optional.empty();
    }

    private Optional<Slice> ofUnit(DeskFilter which) {
        return actor.is(Role.OFFICER, Role.LEADER) && actor.unit() != null
                ? Optional.of(new Slice(null, false, which, null, actor.unit(), actor.person(), Set.of()))
                : Optional.empty();
    }

    /** Of who reviews in the area. */
    private Optional<Slice> screening() {
        return actor.is(Role.REVIEWER) && Scope.prefix(actor) != null
                ? Optional.of(new Slice(
                        null,
                        false,
                        DeskFilter.unscreened(pictured),
                        Scope.prefix(actor),
                        null,
                        actor.person(),
                        Set.of()))
                : Optional.empty();
    }

    /** Of the emergency unit wherever it serves, and of who reviews, dispatches or supervises in the area. */
    private Optional<Slice> duty() {
        boolean emergency = emergencyUnit != null && emergencyUnit.equals(actor.unit());
        boolean area = actor.is(Role.REVIEWER, Role.DISPATCHER, Role.SUPERVISOR) && Scope.prefix(actor) != null;
        return emergency || area
                ? Optional.of(
                        new Slice(null, true, DeskFilter.ALL, Scope.prefix(actor), null, actor.person(), Set.of()))
                : Optional.empty();
    }
}
