package io.quanmin.approval;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Form;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The working group finds reviewers fit for some types of problem, or for all. */
@Component
class Qualifying {

    private final WorkingGroup group;
    private final QualificationTable table;
    private final People people;
    private final Rulebook rulebook;
    private final Clock clock;

    Qualifying(WorkingGroup group, QualificationTable table, People people, Rulebook rulebook, Clock clock) {
        this.group = group;
        this.table = table;
        this.people = people;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Every reviewer with the types they are qualified for. */
    Mono<List<QualifiedReviewer>> reviewers(Actor actor) {
        return group.member(actor)
                .then(Mono.defer(() -> people.serving(Role.REVIEWER).collectList()))
                .flatMap(this::described);
    }

    private Mono<List<QualifiedReviewer>> described(List<Id> reviewers) {
        Mono<Map<Id, Qualification>> types = table.of(reviewers).collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return Mono.zip(
                people.names(reviewers),
                types,
                (names, known) -> names.entrySet().stream()
                        .map(reviewer -> QualifiedReviewer.of(
                                reviewer.getKey(),
                                reviewer.getValue(),
                                known.getOrDefault(reviewer.getKey(), Qualification.ALL)))
                        .sorted(Comparator.comparing(QualifiedReviewer::name))
                        .toList());
    }

    /** Says what a reviewer is qualified for; fails with {@code NoSuchThing} for somebody who reviews nothing. */
    Mono<QualifiedReviewer> qualify(Actor actor, Id person, Qualification qualification) {
        return group.member(actor)
                .then(Mono.defer(() -> rulebook.inForce(clock.instant())))
                .doOnNext(rules -> known(qualification.types(), rules))
                .then(Mono.defer(() -> people.serving(Role.REVIEWER)
                        .filter(person::equals)
                        .next()
                        .switchIfEmpty(Mono.error(NoSuchThing::new))))
                .flatMap(reviewer -> table.set(reviewer, qualification, actor.person(), clock.instant()))
                .then(Mono.defer(() -> described(List.of(person)).map(List::getFirst)));
    }

    private static void known(Set<String> types, Rules rules) {
        Form form = new Form();
        types.stream()
                .filter(type -> rules.type(type).isEmpty())
                .sorted()
                .forEach(type -> form.refuse("types", "unknown", "没有这个问题类型：" + type));
        form.check();
    }

    /**
     * A reviewer.
     *
     * @param all whether they may review every type
     * @param types else the codes of what they are qualified for, possibly none
     */
    record QualifiedReviewer(
            Id person, String name, @Nullable String unit, boolean all, List<String> types) {

        private static QualifiedReviewer of(Id person, PersonName name, Qualification qualification) {
            return new QualifiedReviewer(
                    person,
                    name.name(),
                    name.unit(),
                    qualification.all(),
                    qualification.types().stream().sorted().toList());
        }
    }
}
