package io.quanmin.notification;

import io.quanmin.identity.People;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is meant by an audience. */
@Component
final class Audiences {

    /** More than any unit or role has; a notice for more is for everyone. */
    private static final int MOST = 5_000;

    private final People people;

    Audiences(People people) {
        this.people = people;
    }

    /** The persons of an audience, each once. */
    Mono<List<Id>> of(Audience audience) {
        return persons(audience).distinct().take(MOST).collectList();
    }

    private Flux<Id> persons(Audience audience) {
        return switch (audience) {
            case Audience.Persons these -> Flux.fromIterable(these.persons());
            case Audience.Duty duty -> people.onDuty(duty.unit());
            case Audience.Leaders leaders -> people.leaders(leaders.unit());
            case Audience.Role role -> people.withRole(Role.valueOf(role.role()), role.area());
            case Audience.Everyone everyone -> people.everyone();
        };
    }

    /** Everybody, in portions. */
    Flux<List<Id>> everyone(int portion) {
        return people.everyone().buffer(portion);
    }
}
