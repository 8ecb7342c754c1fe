package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom of a unit a task can be given to, and how much they have already. */
@Component
class Colleagues {

    private final AssignmentTable table;
    private final People people;

    Colleagues(AssignmentTable table, People people) {
        this.table = table;
        this.people = people;
    }

    /** Officers of the actor's unit who are there today; none for who serves in none. */
    Mono<Present> of(Actor actor) {
        return Mono.justOrEmpty(actor.unit())
                .flatMap(unit -> people.officers(unit)
                        .collectList()
                        .flatMap(persons -> Mono.zip(
                                people.names(persons),
                                table.loads(unit)
                                        .collectMap(AssignmentTable.Load::person, AssignmentTable.Load::tasks)))
                        .map(read -> present(actor, read.getT1(), read.getT2())))
                .defaultIfEmpty(new Present(List.of()));
    }

    private static Present present(Actor actor, Map<Id, PersonName> names, Map<Id, Long> loads) {
        return new Present(names.entrySet().stream()
                .map(each -> new Colleague(
                        each.getKey(),
                        each.getValue().name(),
                        each.getKey().equals(actor.person()),
                        Optional.ofNullable(loads.get(each.getKey())).orElse(0L)))
                .sorted(Comparator.comparing(Colleague::name).thenComparing(Colleague::id))
                .toList());
    }

    /** @param items by name */
    record Present(List<Colleague> items) {}

    /**
     * An officer.
     *
     * @param me whether that is the viewer
     * @param tasks given to them by name that are not done
     */
    record Colleague(Id id, String name, boolean me, long tasks) {}
}
