package io.quanmin.approval;

import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who belongs to the working group today: who was appointed, as long as they serve in that role. */
@Component
class WorkingGroup {

    private final MemberTable table;
    private final People people;
    private final CitySettings city;
    private final Clock clock;

    WorkingGroup(MemberTable table, People people, CitySettings city, Clock clock) {
        this.table = table;
        this.people = people;
        this.city = city;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }

    /** The actor as a member; fails with {@link NotOfTheGroup}: the role opens the door, the membership is what counts. */
    Mono<Member> member(Actor actor) {
        return find(actor.person()).switchIfEmpty(Mono.error(NotOfTheGroup::new));
    }

    /** The actor as the head; fails with {@link HeadOnly}. */
    Mono<Member> head(Actor actor) {
        return member(actor).filter(Member::head).switchIfEmpty(Mono.error(HeadOnly::new));
    }

    /** Somebody's membership today; empty where they have none. */
    Mono<Member> find(Id person) {
        return table.present(today())
                .filter(member -> person.equals(member.person()))
                .next();
    }

    /** Persons who belong to it today. */
    Flux<Id> persons() {
        return serving()
                .flatMapMany(serving -> table.present(today())
                        .mapNotNull(Member::person)
                        .map(Objects::requireNonNull)
                        .filter(serving::contains));
    }

    /** Persons who have the role, members or not. */
    Mono<Set<Id>> serving() {
        return people.serving(Role.WORKING_GROUP).collect(Collectors.toUnmodifiableSet());
    }
}
