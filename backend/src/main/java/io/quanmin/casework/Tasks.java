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

    private final TaskTable table;
    private final Summaries summaries;
    private final AskTable asks;
    private final Rulebook rulebook;
    private final People people;
    private final Holding holding;
    private final Qualifications qualifications;
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
            CaseworkSettings settings,
            Clock clock) {
        this.table = table;
        this.summaries = summaries;
        this.asks = asks;
        this.rulebook = rulebook;
        this.people = people;
        this.holding = holding;
        this.qualifications = qualifications;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of a queue, what is due first first; fails with {@link NotYourRole} for whose queue it is not. */
    Mono<Page<TaskItem>> in(Queue queue, Actor actor, PageRequest request) {
        return mine(queue, actor)
                .flatMap(slice -> table.of(slice, request).collectList())
                .map(tasks -> Page.of(tasks, request.limit(), TaskTable.Task::cursor))
                .flatMap(page -> page(page, actor));
    }

    private Mono<Slice> mine(Queue queue, Actor actor) {
        return desk(actor)
                .flatMap(desk -> Mono.justOrEmpty(desk.slice(queue)))
                .switchIfEmpty(Mono.error(NotYourRole::new));
    }

    private Mono<Page<TaskItem>> page(Page<TaskTable.Task> page, Actor actor) {
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
        return desk(actor)
                .flatMapMany(desk ->
                        Flux.fromArray(Queue.values()).flatMapSequential(queue -> count(desk, queue), QUEUES_AT_ONCE))
                .collectList()
                .map(Tasks::inOrder);
    }

    private Mono<Map.Entry<String, Long>> count(Desk desk, Queue queue) {
        return Mono.justOrEmpty(desk.slice(queue)).flatMap(table::count).map(count -> Map.entry(queue.code(), count));
    }

    private static Map<String, Long> inOrder(List<Map.Entry<String, Long>> counts) {
        Map<String, Long> inOrder = new LinkedHashMap<>();
        counts.forEach(count -> inOrder.put(count.getKey(), count.getValue()));
        return inOrder;
    }

    private Mono<Desk> desk(Actor actor) {
        Instant now = clock.instant();
        return Mono.zip(
                        rulebook.inForce(now),
                        people.unit(settings.emergencyUnit()),
                        qualifications.of(actor.person()),
                        hands(actor))
                .map(read -> new Desk(
                        actor, read.getT1(), read.getT2().map(Unit::id).orElse(null), read.getT3(), read.getT4(), now));
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
    private record Desk(
            Actor actor,
            Rules rules,
            @Nullable Id emergencyUnit,
            Qualification qualification,
            Set<Id> hands,
            Instant now) {

        Optional<Slice> slice(Queue queue) {
            return switch (queue) {
                case DUTY -> duty();
                case OVERDUE -> overdue();
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
                    : Optional.of(new Slice(stages, false, null, area, unit, actor.person(), queue.not()))
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
                    ? Optional.of(new Slice(null, false, null, area, null, actor.person(), Queue.CALLBACK.not())
                            .of(Slice.Source.CALLBACK))
                    : Optional.empty();
        }

        /** Of who supervises in the area, the working group among them, and of who leads the unit that has the task. */
        private Optional<Slice> overdue() {
            if (actor.is(Role.SUPERVISOR, Role.WORKING_GROUP) && Scope.prefix(actor) != null) {
                return Optional.of(overdue(Scope.prefix(actor), null));
            }
            return actor.is(Role.LEADER) && actor.unit() != null
                    ? Optional.of(overdue(null, actor.unit()))
                    : Optional.empty();
        }

        private Slice overdue(@Nullable String area, @Nullable Id unit) {
            return new Slice(null, false, now, area, unit, actor.person(), Set.of());
        }

        /** Of the emergency unit wherever it serves, and of who reviews, dispatches or supervises in the area. */
        private Optional<Slice> duty() {
            boolean emergency = emergencyUnit != null && emergencyUnit.equals(actor.unit());
            boolean area = actor.is(Role.REVIEWER, Role.DISPATCHER, Role.SUPERVISOR) && Scope.prefix(actor) != null;
            return emergency || area
                    ? Optional.of(new Slice(null, true, null, Scope.prefix(actor), null, actor.person(), Set.of()))
                    : Optional.empty();
        }
    }
}
