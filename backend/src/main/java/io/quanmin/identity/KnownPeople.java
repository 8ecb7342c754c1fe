package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People and units as this module's tables know them. */
@Component
final class KnownPeople implements People {

    private static final int PAGE = 1_000;
    /** Long enough to spare the database, short enough that nobody waits for a new unit. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final PeopleTable people;
    private final CitySettings city;
    private final UnitTable unitTable;
    private final AbsenceTable absences;
    private final Clock clock;
    private volatile Mono<List<Unit>> units;

    KnownPeople(PeopleTable people, UnitTable units, AbsenceTable absences, CitySettings city, Clock clock) {
        this.people = people;
        this.absences = absences;
        this.clock = clock;
        this.city = city;
        this.unitTable = units;
        this.units = remembered();
    }

    private Mono<List<Unit>> remembered() {
        return Mono.defer(() -> unitTable.all(city.code()).collectList())
                .cache(found -> REMEMBERED, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** A unit was added here: whoever asks next reads anew. */
    void forgetUnits() {
        units = remembered();
    }

    @Override
    public Mono<Map<Id, PersonName>> names(Collection<Id> persons) {
        return persons.isEmpty()
                ? Mono.just(Map.of())
                : people.names(city.code(), persons).collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Map<Id, PersonName>> nicknames(Collection<Id> persons) {
        return persons.isEmpty()
                ? Mono.just(Map.of())
                : people.nicknames(city.code(), persons).collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Flux<Contact> contacts(Collection<Id> persons) {
        return persons.isEmpty() ? Flux.empty() : people.contacts(city.code(), persons);
    }

    @Override
    public Flux<String> openids(Id person) {
        return people.openids(person);
    }

    @Override
    public Flux<Id> onDuty(Id unit) {
        return present(people.onDuty(unit));
    }

    @Override
    public Flux<Id> leaders(Id unit) {
        return present(people.leaders(unit));
    }

    @Override
    public Flux<Id> withRole(Role role, String area) {
        return present(people.withRole(city.code(), role, area));
    }

    @Override
    public Flux<Id> officers(Id unit) {
        return people.officers(unit)
                .collectList()
                .flatMapMany(all -> substitutes(all)
                        .flatMapIterable(away -> all.stream()
                                .filter(person -> !away.containsKey(person))
                                .toList()));
    }

    @Override
    public Flux<Id> standingInFor(Id person) {
        return absences.standingInFor(person, clock.instant());
    }

    /** In the place of who is away, who stands in for them. */
    private Flux<Id> present(Flux<Id> meant) {
        return meant.collectList()
                .flatMapMany(all -> substitutes(all)
                        .flatMapIterable(away -> all.stream()
                                .map(person -> away.getOrDefault(person, person))
                                .distinct()
                                .toList()));
    }

    private Mono<Map<Id, Id>> substitutes(List<Id> persons) {
        return persons.isEmpty() ? Mono.just(Map.of()) : absences.substitutes(city.code(), persons, clock.instant());
    }

    @Override
    public Flux<Id> serving(Role role) {
        return people.serving(city.code(), role);
    }

    /** A page is read to its end before the next is asked for, so that no query waits inside another. */
    @Override
    public Flux<Id> everyone() {
        return people.after(city.code(), null, PAGE)
                .collectList()
                .expand(page -> page.size() < PAGE ? Mono.empty() : pageAfter(page.getLast()))
                .flatMapIterable(page -> page);
    }

    private Mono<List<Id>> pageAfter(Id last) {
        return people.after(city.code(), last, PAGE).collectList();
    }

    @Override
    public Mono<List<Unit>> units() {
        return units;
    }

    @Override
    public Mono<Optional<Unit>> unit(String code) {
        return units.map(
                all -> all.stream().filter(unit -> unit.code().equals(code)).findFirst());
    }
}
