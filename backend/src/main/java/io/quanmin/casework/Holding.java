package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps a case for whoever is at work on it, so that no two do the same work. */
@Component
class Holding {

    private final HoldTable table;
    private final Reading reading;
    private final Rulebook rulebook;
    private final People people;
    private final Clock clock;

    Holding(HoldTable table, Reading reading, Rulebook rulebook, People people, Clock clock) {
        this.table = table;
        this.reading = reading;
        this.rulebook = rulebook;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Takes a case, or holds on to it. Fails with {@link CaseHeld} when somebody else has it, with {@link StepNotAllowed} for whom
     * there is nothing to do about it.
     */
    Mono<HoldView> hold(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(seen -> mayWork(seen.facts(), actor))
                .then(Mono.defer(() -> take(caseId, actor)));
    }

    private Mono<Boolean> mayWork(Facts facts, Actor actor) {
        boolean something = facts.assurance().called()
                || !Attempt.allowed(facts, actor, clock.instant()).isEmpty();
        return something ? Mono.just(true) : Mono.error(() -> new StepNotAllowed(List.of()));
    }

    private Mono<HoldView> take(Id caseId, Actor actor) {
        return Mono.zip(lease(), mine(actor))
                .flatMap(read -> table.take(caseId, actor.person(), read.getT2(), read.getT1()))
                .flatMap(hold -> view(hold, actor))
                .switchIfEmpty(Mono.defer(() -> held(caseId, actor)));
    }

    /** Whoever let go in this very moment is nobody: the one who asks may ask again. */
    private <T> Mono<T> held(Id caseId, Actor actor) {
        return table.on(caseId)
                .flatMap(hold -> view(hold, actor))
                .defaultIfEmpty(new HoldView("另一位工作人员", false, clock.instant()))
                .flatMap(hold -> Mono.error(new CaseHeld(hold)));
    }

    /** How long a case is held; nothing where the city does without. */
    Mono<Duration> lease() {
        return rulebook.inForce(clock.instant()).map(rules -> rules.quality().hold());
    }

    /** Lets go of one's own, and a supervisor of the area of anybody's. */
    Mono<Void> release(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .flatMap(seen -> supervises(seen.facts(), actor) ? table.end(caseId) : releaseMine(caseId, actor));
    }

    private static boolean supervises(Facts facts, Actor actor) {
        return actor.is(Role.SUPERVISOR)
                && Scope.covers(actor, facts.subject().origin().place().area());
    }

    private Mono<Void> releaseMine(Id caseId, Actor actor) {
        return mine(actor).flatMap(persons -> table.release(caseId, persons)).then();
    }

    /** Fails with {@link CaseHeld} while somebody else is at work on the case. */
    Mono<Void> free(Id caseId, Actor actor) {
        return table.on(caseId)
                .zipWhen(hold -> mine(actor))
                .filter(read -> !read.getT2().contains(read.getT1().person()))
                .flatMap(read -> view(read.getT1(), actor))
                .flatMap(hold -> Mono.error(new CaseHeld(hold)));
    }

    /** Who is at work on which of these cases. */
    Mono<Map<Id, HoldView>> on(Collection<Id> cases, Actor actor) {
        return cases.isEmpty()
                ? Mono.just(Map.of())
                : table.on(cases).collectList().flatMap(holds -> views(holds, actor));
    }

    private Mono<HoldView> view(HoldTable.Hold hold, Actor actor) {
        return views(List.of(hold), actor).mapNotNull(views -> views.get(hold.caseId()));
    }

    private Mono<Map<Id, HoldView>> views(List<HoldTable.Hold> holds, Actor actor) {
        Set<Id> persons = holds.stream().map(HoldTable.Hold::person).collect(Collectors.toSet());
        return Mono.zip(people.names(persons), mine(actor))
                .map(read -> holds.stream()
                        .collect(Collectors.toMap(
                                HoldTable.Hold::caseId,
                                hold -> new HoldView(
                                        name(read.getT1().get(hold.person())),
                                        read.getT2().contains(hold.person()),
                                        hold.until()))));
    }

    private static String name(io.quanmin.identity.@Nullable PersonName name) {
        return name == null ? "另一位工作人员" : name.name();
    }

    /** Whose work is the actor's: their own, and that of whom they stand in for. */
    private Mono<Set<Id>> mine(Actor actor) {
        return people.standingInFor(actor.person())
                .collect(Collectors.toCollection(HashSet<Id>::new))
                .map(persons -> {
                    persons.add(actor.person());
                    return Set.copyOf(persons);
                });
    }
}
