package io.quanmin.casework;

import io.quanmin.approval.Qualifications;
import io.quanmin.identity.NotYourRole;
import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import io.quanmin.media.Photos;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The work that waits for somebody: by their roles, within their area or for their unit. */
@Component
class Tasks {

    private static final int QUEUES_AT_ONCE = 3;

    /** Of more pictures at once the latest wait until others are judged. */
    private static final int MOST_PICTURED = 1_000;

    private final TaskTable table;
    private final WorkItems items;
    private final Rulebook rulebook;
    private final People people;
    private final Holding holding;
    private final Qualifications qualifications;
    private final Photos photos;
    private final CaseworkSettings settings;
    private final Clock clock;

    Tasks(
            TaskTable table,
            WorkItems items,
            Rulebook rulebook,
            People people,
            Holding holding,
            Qualifications qualifications,
            Photos photos,
            CaseworkSettings settings,
            Clock clock) {
        this.table = table;
        this.items = items;
        this.rulebook = rulebook;
        this.people = people;
        this.holding = holding;
        this.qualifications = qualifications;
        this.photos = photos;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of a queue, what is due first first; fails with {@link NotYourRole} for whose queue it is not. */
    Mono<Page<TaskItem>> in(Queue queue, Actor actor, PageRequest request) {
        return files(queue, actor, DeskFilter.ALL, request).flatMap(page -> items.of(page, actor));
    }

    /** The same cases alone, of that queue only what passes a filter. */
    Mono<Page<DeskTable.Turned>> files(Queue queue, Actor actor, DeskFilter filter, PageRequest request) {
        return mine(queue, actor)
                .flatMap(slice -> table.of(slice, filter, request).collectList())
                .map(tasks -> Page.of(tasks, request.limit(), DeskTable.Turned::cursor));
    }

    private Mono<Slice> mine(Queue queue, Actor actor) {
        return place(actor)
                .flatMap(place -> Mono.justOrEmpty(place.slice(queue)))
                .switchIfEmpty(Mono.error(NotYourRole::new));
    }

    /**
     * Takes the first case of a queue that nobody is at work on; of two who ask at once each gets another. Empty where nothing waits;
     * fails with {@link NotYourRole} for whose queue it is not.
     */
    Mono<Id> next(Queue queue, Actor actor) {
        return Mono.zip(mine(queue, actor), holding.lease()).flatMap(read -> table.take(read.getT1(), read.getT2()));
    }

    /** How much waits in each queue that is the actor's, by the queue's code. */
    Mono<Map<String, Long>> counts(Actor actor) {
        return place(actor)
                .flatMapMany(place ->
                        Flux.fromArray(Queue.values()).flatMapSequential(queue -> count(place, queue), QUEUES_AT_ONCE))
                .collectList()
                .map(Tasks::inOrder);
    }

    private Mono<Map.Entry<String, Long>> count(Workplace place, Queue queue) {
        return Mono.justOrEmpty(place.slice(queue)).flatMap(table::count).map(count -> Map.entry(queue.code(), count));
    }

    private static Map<String, Long> inOrder(List<Map.Entry<String, Long>> counts) {
        Map<String, Long> inOrder = new LinkedHashMap<>();
        counts.forEach(count -> inOrder.put(count.getKey(), count.getValue()));
        return inOrder;
    }

    private Mono<Workplace> place(Actor actor) {
        Instant now = clock.instant();
        return Mono.zip(
                        rulebook.inForce(now),
                        people.unit(settings.emergencyUnit()),
                        qualifications.of(actor.person()),
                        hands(actor),
                        pictured(actor))
                .map(read -> new Workplace(
                        actor,
                        read.getT1(),
                        read.getT2().map(Unit::id).orElse(null),
                        read.getT3(),
                        read.getT4(),
                        read.getT5(),
                        now));
    }

    /** The cases of which a picture waits for a person; asked for those only whose work that is. */
    private Mono<Set<Id>> pictured(Actor actor) {
        return actor.is(Role.REVIEWER)
                ? photos.waitingForPerson(MOST_PICTURED).collect(Collectors.toSet())
                : Mono.just(Set.of());
    }

    /** Who else of the unit could take a task in hand. */
    private Mono<Set<Id>> hands(Actor actor) {
        return actor.unit() == null || !actor.is(Role.OFFICER)
                ? Mono.just(Set.of())
                : people.officers(actor.unit())
                        .filter(person -> !person.equals(actor.person()))
                        .collect(Collectors.toSet());
    }
}
