package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People and units as other modules need them. */
public interface People {

    /** Names for those entitled to see them, by person: a citizen's nickname, a staff member's real name. Erased ones are left out. */
    Mono<Map<Id, PersonName>> names(Collection<Id> persons);

    /**
     * What persons call themselves before everybody: never a staff member's real name. Erased ones and those who gave themselves
     * no name are left out.
     */
    Mono<Map<Id, PersonName>> nicknames(Collection<Id> persons);

    /** How to reach persons; erased ones are left out. */
    Flux<Contact> contacts(Collection<Id> persons);

    /** The openids of all WeChat accounts somebody logs in with. */
    Flux<String> openids(Id person);

    /** Staff of a unit who are on duty: at least one wherever the unit has staff. */
    Flux<Id> onDuty(Id unit);

    /** Staff who lead a unit; none where it has no leader. */
    Flux<Id> leaders(Id unit);

    /** Officers of a unit who could take a task of it in hand now: who is away is left out. */
    Flux<Id> officers(Id unit);

    /** Persons who are away now and whose work a person does meanwhile. */
    Flux<Id> standingInFor(Id person);

    /** Persons with a role whose area holds a place. */
    Flux<Id> withRole(Role role, String area);

    /** Persons who serve in a role, wherever. */
    Flux<Id> serving(Role role);

    /** Every person with an account, in order of id, streamed by keyset. */
    Flux<Id> everyone();

    /** All units; few, and kept in memory for a moment. */
    Mono<List<Unit>> units();

    /** A unit by its code. */
    Mono<Optional<Unit>> unit(String code);
}
