package io.quanmin.casework;

import io.quanmin.approval.Qualifications;
import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out what bears on who may judge a case or do it again; only for staff, and only where it matters. */
@Component
class Assuring {

    private final CaseTable cases;
    private final ClosingTable closings;
    private final People people;
    private final Qualifications qualifications;

    Assuring(CaseTable cases, ClosingTable closings, People people, Qualifications qualifications) {
        this.cases = cases;
        this.closings = closings;
        this.people = people;
        this.qualifications = qualifications;
    }

    /** The same facts, with what concerns an actor. */
    Mono<Facts> assured(Facts facts, @Nullable Actor actor) {
        return actor == null || actor.staff() == null
                ? Mono.just(facts)
                : Mono.zip(
                                reportedToo(facts, actor),
                                hands(facts, actor),
                                drawn(facts),
                                qualifications.of(actor.person()))
                        .map(read -> facts.with(new Assurance(
                                read.getT1(),
                                read.getT2(),
                                read.getT3().drawn(),
                                read.getT3().called(),
                                read.getT4())));
    }

    private Mono<Boolean> reportedToo(Facts facts, Actor actor) {
        return cases.mergedFrom(facts.subject().id(), actor.person());
    }

    /** Of many units that were called each has hands of its own. */
    private Mono<Set<Id>> hands(Facts facts, Actor actor) {
        Id unit = facts.task(actor.unit())
                .map(ChildTask::unit)
                .orElse(facts.subject().now().unit());
        return unit == null || !facts.doneAgain()
                ? Mono.just(Set.of())
                : people.officers(unit).collect(Collectors.toSet());
    }

    private Mono<ClosingTable.Waiting> drawn(Facts facts) {
        return facts.isOpen(facts.subject())
                ? Mono.just(ClosingTable.Waiting.NOTHING)
                : closings.waiting(facts.subject().id());
    }
}
