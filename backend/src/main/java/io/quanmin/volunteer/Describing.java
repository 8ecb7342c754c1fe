package io.quanmin.volunteer;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.place.Division;
import io.quanmin.place.Places;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TypeGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says how volunteers stand: to themselves, and to who checks a card. */
@Component
class Describing {

    private static final String UNNAMED = "全民网格员";

    private final VolunteerTable table;
    private final QuizTable quizzes;
    private final People people;
    private final Rulebook rulebook;
    private final Places places;
    private final CitySettings city;
    private final Clock clock;

    Describing(
            VolunteerTable table,
            QuizTable quizzes,
            People people,
            Rulebook rulebook,
            Places places,
            CitySettings city,
            Clock clock) {
        this.table = table;
        this.quizzes = quizzes;
        this.people = people;
        this.rulebook = rulebook;
        this.places = places;
        this.city = city;
        this.clock = clock;
    }

    /** Somebody's own standing. */
    Mono<Membership> of(Id person) {
        Mono<Optional<Volunteer>> volunteer = table.find(person).singleOptional();
        Mono<Optional<QuizTable.Drawn>> quiz = quizzes.find(person).singleOptional();
        return Mono.zip(volunteer, quiz, rulebook.inForce(clock.instant()), name(person))
                .map(read -> {
                    Instant again = again(read.getT2().orElse(null), read.getT3());
                    return read.getT1()
                            .map(found -> membership(found, read.getT3(), read.getT4(), again))
                            .orElseGet(() -> Membership.none(read.getT4(), again));
                });
    }

    /** Who carries a card, as far as anybody may know. Fails with {@link NoSuchThing} for a number nobody has. */
    Mono<CardView> card(String number) {
        return table.numbered(city.code(), CardNumbers.plain(number))
                .filter(volunteer -> volunteer.passedAt() != null)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(volunteer -> name(volunteer.person()).map(name -> card(volunteer, name)));
    }

    private CardView card(Volunteer volunteer, String name) {
        boolean valid = volunteer.state(today()) == Volunteer.State.SERVING;
        return new CardView(
                name,
                valid,
                areas(volunteer).stream().map(Membership.Named::name).toList());
    }

    private @Nullable Instant again(QuizTable.@Nullable Drawn drawn, Rules rules) {
        Instant failed = drawn == null ? null : drawn.failedAt();
        Instant again = failed == null
                ? null
                : failed.plus(rules.volunteers().training().again());
        return again != null && again.isAfter(clock.instant()) ? again : null;
    }

    private Membership membership(Volunteer volunteer, Rules rules, String name, @Nullable Instant again) {
        GeoPoint point = volunteer.wish().point();
        boolean passed = volunteer.passedAt() != null;
        Volunteer.State state = volunteer.state(today());
        return new Membership(
                state,
                name,
                areas(volunteer),
                kinds(volunteer, rules),
                point == null ? null : places.toGcj02(point),
                volunteer.passedAt(),
                passed ? volunteer.number() : null,
                state == Volunteer.State.PAUSED ? volunteer.pausedUntil() : null,
                volunteer.answered(),
                again);
    }

    private List<Membership.Named> areas(Volunteer volunteer) {
        return volunteer.wish().areas().stream()
                .map(code -> new Membership.Named(
                        code, places.division(code).map(Division::name).orElse(code)))
                .toList();
    }

    private static List<Membership.Named> kinds(Volunteer volunteer, Rules rules) {
        return rules.groups().stream()
                .filter(group -> volunteer.wish().kinds().contains(group.code()))
                .map((TypeGroup group) -> new Membership.Named(group.code(), group.name()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }

    private Mono<String> name(Id person) {
        return people.nicknames(List.of(person))
                .map(names -> Optional.ofNullable(names.get(person))
                        .map(PersonName::name)
                        .orElse(UNNAMED));
    }

    /** @param valid whether they serve now */
    record CardView(String name, boolean valid, List<String> areas) {

        CardView {
            areas = List.copyOf(areas);
        }
    }
}
