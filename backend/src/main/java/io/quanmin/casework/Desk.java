package io.quanmin.casework;

import io.quanmin.identity.NotYourRole;
import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What lies on somebody's desk: all cases of their area or unit, open and closed, filtered and ordered as they like. */
@Component
class Desk {

    private final DeskTable table;
    private final Tasks tasks;
    private final Rulebook rulebook;
    private final People people;
    private final Clock clock;

    Desk(DeskTable table, Tasks tasks, Rulebook rulebook, People people, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.rulebook = rulebook;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A page of cases; of a queue in the queue's order. Fails with {@link NotYourRole} for who has no such desk or queue, and with
     * {@code InvalidFields} for what cannot be meant.
     */
    Mono<Page<TaskItem>> cases(
            Actor actor,
            @Nullable Queue queue,
            DeskFilter.Asked asked,
            DeskTable.Order order,
            PageRequest page) {
        return filter(actor, asked)
                .flatMap(filter ->
                        queue == null ? all(actor, filter, order, page) : tasks.in(queue, actor, filter, page));
    }

    private Mono<DeskFilter> filter(Actor actor, DeskFilter.Asked asked) {
        Instant now = clock.instant();
        return Mono.zip(rulebook.inForce(now), people.units())
                .map(read -> asked.filter(read.getT1(), code -> unit(read.getT2(), code), actor.person(), now));
    }

    private static Optional<Id> unit(List<Unit> units, String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).map(Unit::id).findFirst();
    }

    private Mono<Page<TaskItem>> all(Actor actor, DeskFilter filter, DeskTable.Order order, PageRequest page) {
        return Mono.justOrEmpty(reach(actor))
                .switchIfEmpty(Mono.error(NotYourRole::new))
                .flatMap(reach -> table.of(reach, filter, order, page).collectList())
                .map(found -> Page.of(found, page.limit(), DeskTable.Turned::cursor))
                .flatMap(found -> tasks.items(found, actor));
    }

    /** Who works in an area sees all of it; who works in a unit what it has, or was called to. Empty for who does neither. */
    static Optional<DeskTable.Reach> reach(Actor actor) {
        boolean ofArea =
                actor.is(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.SUPERVISOR, Role.WORKING_GROUP);
        String area = ofArea ? Scope.prefix(actor) : null;
        Id unit = actor.is(Role.OFFICER, Role.LEADER) ? actor.unit() : null;
        return area == null && unit == null
                ? Optional.empty()
                : Optional.of(new DeskTable.Reach(area, unit, actor.person()));
    }
}
