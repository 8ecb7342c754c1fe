package io.quanmin.casework;

import io.quanmin.identity.NotYourRole;
import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
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
    private final WorkItems items;
    private final Rulebook rulebook;
    private final People people;
    private final Clock clock;

    Desk(DeskTable table, Tasks tasks, WorkItems items, Rulebook rulebook, People people, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.items = items;
        this.rulebook = rulebook;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A page of cases; of a queue in the queue's order. Fails with {@link NotYourRole} for who has no such desk or queue, and with
     * {@code InvalidFields} for what cannot be meant.
     */
    Mono<Page<TaskItem>> cases(Actor actor, Listing listing, PageRequest page) {
        return files(actor, listing, page).flatMap(found -> items.of(found, actor));
    }

    /** The same, the cases alone. */
    Mono<Page<DeskTable.Turned>> files(Actor actor, Listing listing, PageRequest page) {
        Queue queue = listing.queue();
        return filter(actor, listing.asked())
                .flatMap(filter -> queue == null
                        ? all(actor, filter, listing.order(), page)
                        : tasks.files(queue, actor, filter, page));
    }

    /** Fails with {@code InvalidFields} for what cannot be meant. */
    Mono<Void> check(Actor actor, DeskQuery asked) {
        return filter(actor, asked).then();
    }

    private Mono<DeskFilter> filter(Actor actor, DeskQuery asked) {
        Instant now = clock.instant();
        return Mono.zip(rulebook.inForce(now), people.units())
                .map(read -> asked.filter(read.getT1(), code -> unit(read.getT2(), code), actor, now));
    }

    private static Optional<Id> unit(List<Unit> units, String code) {
        return units.stream()
                .filter(unit -> unit.code().equals(code))
                .map(Unit::id)
                .findFirst();
    }

    private Mono<Page<DeskTable.Turned>> all(Actor actor, DeskFilter filter, DeskTable.Order order, PageRequest page) {
        return Mono.justOrEmpty(reach(actor))
                .switchIfEmpty(Mono.error(NotYourRole::new))
                .flatMap(reach -> table.of(reach, filter, order, page).collectList())
                .map(found -> Page.of(found, page.limit(), DeskTable.Turned::cursor));
    }

    /**
     * Who works in an area sees all of it; who works in a unit what it has, or was called to; who has neither yet, nothing. Empty for
     * whose work no cases are.
     */
    static Optional<DeskTable.Reach> reach(Actor actor) {
        boolean ofArea = actor.is(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.SUPERVISOR, Role.WORKING_GROUP);
        boolean ofUnit = actor.is(Role.OFFICER, Role.LEADER);
        String area = ofArea ? Scope.prefix(actor) : null;
        Id unit = ofUnit ? actor.unit() : null;
        return ofArea || ofUnit ? Optional.of(new DeskTable.Reach(area, unit, actor.person())) : Optional.empty();
    }

    /**
     * What is asked of a desk.
     *
     * @param queue absent for the whole desk
     */
    record Listing(@Nullable Queue queue, DeskQuery asked, DeskTable.Order order) {

        /** Fails with {@link InvalidFields} for what is no queue, and no order. */
        static Listing of(@Nullable String queue, DeskQuery asked, @Nullable String sort) {
            return new Listing(queue(queue), asked, order(sort));
        }

        private static @Nullable Queue queue(@Nullable String code) {
            return code == null || code.isBlank()
                    ? null
                    : Queue.named(code).orElseThrow(() -> new InvalidFields("queue", "unknown", "没有这个任务列表"));
        }

        private static DeskTable.Order order(@Nullable String name) {
            return name == null || name.isBlank()
                    ? DeskTable.Order.NEWEST
                    : DeskTable.Order.named(name).orElseThrow(() -> new InvalidFields("sort", "unknown", "排序方式不正确"));
        }
    }
}
