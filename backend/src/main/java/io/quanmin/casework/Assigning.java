package io.quanmin.casework;

import io.quanmin.casework.AssignmentTable.Assignment;
import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Notices;
import io.quanmin.outbox.Outbox;
import io.quanmin.rulebook.FlowTable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Says which officer of a unit sees to its task. That moves no case: the flow knows units only. */
@Component
class Assigning {

    private static final int AGAIN = 3;

    private final Reading reading;
    private final Viewing viewing;
    private final CaseTable cases;
    private final AssignmentTable table;
    private final People people;
    private final AssignmentTidings tidings;
    private final Notices notices;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Assigning(
            Reading reading,
            Viewing viewing,
            CaseTable cases,
            AssignmentTable table,
            People people,
            AssignmentTidings tidings,
            Notices notices,
            Outbox outbox,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.reading = reading;
        this.viewing = viewing;
        this.cases = cases;
        this.table = table;
        this.people = people;
        this.tidings = tidings;
        this.notices = notices;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Gives the task of the actor's unit to somebody, or takes it back. Again is the same. Fails with {@link NotToAssign} where the
     * unit has no task, with {@link InvalidFields} for who is no officer of it or not there today, with {@link StaleCase} when the
     * case moved on meanwhile.
     *
     * @param person absent to take it back
     * @param version of the case the actor looked at; absent where that does not matter
     */
    Mono<CaseView> assign(Id caseId, Actor actor, @Nullable Id person, @Nullable Long version) {
        return Mono.defer(() -> attempt(caseId, actor, person, version))
                .repeatWhenEmpty(times -> times.take(AGAIN))
                .switchIfEmpty(Mono.error(NotToAssign::new))
                .then(Mono.defer(() -> viewing.view(caseId, actor)));
    }

    /** Empty when the case moved on in this very moment. */
    private Mono<Boolean> attempt(Id caseId, Actor actor, @Nullable Id person, @Nullable Long version) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(seen -> fresh(seen, version))
                .map(Reading.Seen::facts)
                .flatMap(facts -> allowed(facts, actor)
                        .delayUntil(unit -> present(unit, person))
                        .flatMap(unit -> write(facts, actor, unit, person)));
    }

    private Mono<Reading.Seen> fresh(Reading.Seen seen, @Nullable Long version) {
        return version == null || seen.facts().stoodSince(version)
                ? Mono.just(seen)
                : viewing.view(seen.subject().id(), seen.actor())
                        .flatMap(current -> Mono.error(new StaleCase(current)));
    }

    private static Mono<Id> allowed(Facts facts, Actor actor) {
        return Mono.justOrEmpty(unit(facts, actor)).switchIfEmpty(Mono.error(NotToAssign::new));
    }

    /** The unit whose task somebody may assign: their own, while something of the case is for it to do. */
    static Optional<Id> unit(Facts facts, Actor actor) {
        Id unit = actor.unit();
        return actor.is(Role.OFFICER, Role.LEADER) && unit != null && has(facts, unit)
                ? Optional.of(unit)
                : Optional.empty();
    }

    private static boolean has(Facts facts, Id unit) {
        boolean called = facts.task(unit).filter(ChildTask::open).isPresent();
        Standing now = facts.subject().now();
        return facts.isOpen(facts.subject())
                && (called || unit.equals(now.unit()) && awaits(facts.rules().flow(), now.stage()));
    }

    /** Whether a case waits for a unit at a stage. */
    private static boolean awaits(FlowTable flow, String stage) {
        return flow.from(stage).stream()
                .anyMatch(step -> !step.stays() && step.by().contains(Role.OFFICER.name()));
    }

    private Mono<Void> present(Id unit, @Nullable Id person) {
        return person == null
                ? Mono.empty()
                : people.officers(unit)
                        .any(person::equals)
                        .filter(there -> there)
                        .switchIfEmpty(
                                Mono.error(() -> new InvalidFields("person", "not-an-officer", "只能分派给本单位今天在岗的经办人")))
                        .then();
    }

    private Mono<Boolean> write(Facts facts, Actor actor, Id unit, @Nullable Id person) {
        Id caseId = facts.subject().id();
        return cases.lock(caseId)
                .then(Mono.defer(() -> cases.find(caseId)))
                .filter(file -> file.now().version() == facts.subject().now().version())
                .flatMap(file -> table.present(caseId, unit).singleOptional())
                .flatMap(before -> change(facts, actor, next(facts, actor, unit, person), before.orElse(null)))
                .as(transaction::transactional);
    }

    private Mono<Boolean> change(Facts facts, Actor actor, Assignment next, @Nullable Assignment before) {
        Id had = before == null ? null : before.person();
        return Objects.equals(had, next.person())
                ? Mono.just(false)
                : write(facts, actor, next, before).thenReturn(true);
    }

    private Assignment next(Facts facts, Actor actor, Id unit, @Nullable Id person) {
        CaseFile file = facts.subject();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Assignment(
                ids.next(file.id().district()),
                file.id(),
                unit,
                person,
                actor.person(),
                file.now().version(),
                file.now().stage(),
                now,
                person == null,
                person != null);
    }

    private Mono<Void> write(Facts facts, Actor actor, Assignment next, @Nullable Assignment before) {
        CaseEvent event = new CaseEvent.Assigned(
                next.caseId(),
                next.version(),
                next.stage(),
                facts.subject().origin().place().area(),
                next.at());
        return table.add(next)
                .then(outbox.addAll(next.caseId(), List.of(event)))
                .then(Mono.defer(() -> tidings.of(facts, actor, next, before)))
                .flatMap(notices::tellAll);
    }
}
