package io.quanmin.casework;

import io.quanmin.approval.Qualification;
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
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Summaries summaries;
    private final AskTable asks;
    private final Rulebook rulebook;
    private final People people;
    private final Holding holding;
    private final Qualifications qualifications;
    private final Photos photos;
    private final CaseworkSettings settings;
    private final Clock clock;

    Tasks(
            TaskTable table,
            Summaries summaries,
            AskTable asks,
            Rulebook rulebook,
            People people,
            Holding holding,
            Qualifications qualifications,
            Photos photos,
            CaseworkSettings settings,
            Clock clock) {
        this.table = table;
        this.summaries = summaries;
        this.asks = asks;
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
        return in(queue, actor, DeskFilter.ALL, request);
    }

    /** The same, of that queue only what passes a filter. */
    Mono<Page<TaskItem>> in(Queue queue, Actor actor, DeskFilter filter, PageRequest request) {
        return mine(queue, actor)
                .flatMap(slice -> table.of(slice, filter, request).collectList())
                .map(tasks -> Page.of(tasks, request.limit(), DeskTable.Turned::cursor))
                .flatMap(page -> items(page, actor));
    }

    private Mono<Slice> mine(Queue queue, Actor actor) {
        return place(actor)
                .flatMap(place -> Mono.justOrEmpty(place.slice(queue)))
                .switchIfEmpty(Mono.error(NotYourRole::new));
    }

    /** Cases as work, in the same order. */
    Mono<Page<TaskItem>> items(Page<DeskTable.Turned> page, Actor actor) {
        List<Id> ids = page.items().stream().map(task -> task.file().id()).toList();
        return Mono.zip(
                        summaries.of(page.map(task -> Found.of(task.file())).items(), Sight.STAFF),
                        holding.on(ids, actor),
                        asks.said(ids))
                .map(read -> new Page<>(
                        read.getT1().stream()
                                .map(summary -> new TaskItem(
                                        summary,
                                        read.getT2().get(summary.id()),
                                        read.getT3().get(summary.id())))
                                .toList(),
                        page.next()));
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

    private Mono<Map.Entry<String, Long>> count(Place place, Queue queue) {
        return Mono.justOrEmpty(place.slice(queue)).flatMap(table::count).map(count -> Map.entry(queue.code(), count));
    }

    private static Map<String, Long> inOrder(List<Map.Entry<String, Long>> counts) {
        Map<String, Long> inOrder = new LinkedHashMap<>();
        counts.forEach(count -> inOrder.put(count.getKey(), count.getValue()));
        return inOrder;
    }

    private Mono<Place> place(Actor actor) {
        Instant now = clock.instant();
        return Mono.zip(
                        rulebook.inForce(now),
                        people.unit(settings.emergencyUnit()),
                        qualifications.of(actor.person()),
                        hands(actor),
                        pictured(actor))
                .map(read -> new Place(
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

    /** Where somebody works: what of each queue is theirs. */
    private record Place(
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
                return Optional.of(new Slice(
                        null, false, which, Scope.prefix(actor), null, actor.person(), Set.of()));
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
                    ? Optional.of(new Slice(null, true, DeskFilter.ALL, Scope.prefix(actor), null, actor.person(), Set.of()))
                    : Optional.empty();
        }
    }
}
