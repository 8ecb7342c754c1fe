package io.quanmin.casework;

import io.quanmin.casework.AssignmentTable.Assignment;
import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.place.Places;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows a case to somebody, as far as they may see it. */
@Component
class Viewing {

    /** More than this of one case nobody reads. */
    private static final int ASSIGNMENTS = 200;

    private final Reading reading;
    private final Album album;
    private final People people;
    private final StepTable steps;
    private final AssignmentTable assignmentTable;
    private final Enclosing enclosing;
    private final Places places;
    private final Clock clock;

    Viewing(
            Reading reading,
            Album album,
            People people,
            StepTable steps,
            AssignmentTable assignmentTable,
            Enclosing enclosing,
            Places places,
            Clock clock) {
        this.reading = reading;
        this.album = album;
        this.people = people;
        this.steps = steps;
        this.assignmentTable = assignmentTable;
        this.enclosing = enclosing;
        this.places = places;
        this.clock = clock;
    }

    /** Fails with {@code NoSuchThing} when there is none, or none for them. */
    Mono<CaseView> view(Id caseId, @Nullable Actor actor) {
        return reading.seen(caseId, actor).flatMap(seen -> view(seen, enclosing.with(seen)));
    }

    /** A reporter's own case that was read already. */
    Mono<CaseView> own(Facts facts, Actor reporter) {
        Reading.Seen seen = new Reading.Seen(facts, reporter, Sight.REPORTER);
        return view(seen, enclosing.withOwn(seen));
    }

    private Mono<CaseView> view(Reading.Seen seen, Mono<Enclosing.Enclosures> enclosed) {
        return Mono.zip(album.open(seen.subject(), seen.sight(), seen.holds()), known(seen), enclosed)
                .map(read -> view(seen, read.getT1(), read.getT2(), read.getT3()));
    }

    private Mono<Timeline.Known> known(Reading.Seen seen) {
        return seen.sight() == Sight.STAFF ? knownToStaff(seen) : knownToOthers(seen);
    }

    private Mono<Timeline.Known> knownToStaff(Reading.Seen seen) {
        return assignments(seen)
                .flatMap(assigned -> people.names(persons(seen, assigned))
                        .map(names -> new Timeline.Known(names, Map.of(), assigned)));
    }

    /** Where no unit ever had it there is nothing to be assigned. */
    private Mono<List<Assignment>> assignments(Reading.Seen seen) {
        boolean ofUnits = seen.facts().history().stream().anyMatch(step -> step.unit() != null)
                || !seen.facts().tasks().isEmpty();
        return ofUnits ? assignmentTable.of(seen.subject().id(), ASSIGNMENTS).collectList() : Mono.just(List.of());
    }

    private Mono<Timeline.Known> knownToOthers(Reading.Seen seen) {
        Set<String> shown = seen.facts().rules().quality().reasonsShown();
        return Mono.zip(
                people.nicknames(named(seen.subject().origin())),
                seen.sight().asPublic() && !shown.isEmpty()
                        ? steps.publicReasons(seen.subject().id(), shown)
                        : Mono.just(Map.<Long, String>of()),
                (names, reasons) -> new Timeline.Known(names, reasons, List.of()));
    }

    /** The reporter, unless they asked not to be named to the public. */
    private static Set<Id> named(Origin origin) {
        return origin.anonymous()
                ? Set.of()
                : Stream.ofNullable(origin.reporter()).collect(Collectors.toSet());
    }

    /** All who had to do with it, but for a reporter who is hidden from this viewer. */
    private static Set<Id> persons(Reading.Seen seen, List<Assignment> assigned) {
        Id reporter = seen.subject().origin().reporter();
        return Stream.of(
                        Stream.ofNullable(reporter),
                        seen.facts().history().stream().map(TakenStep::by),
                        assigned.stream().map(Assignment::person),
                        assigned.stream().map(Assignment::by))
                .flatMap(persons -> persons)
                .filter(Objects::nonNull)
                .filter(person -> seen.mayKnowReporter() || !person.equals(reporter))
                .collect(Collectors.toSet());
    }

    private CaseView view(Reading.Seen seen, Album.Pages pages, Timeline.Known known, Enclosing.Enclosures enclosed) {
        CaseFile file = seen.subject();
        boolean staff = seen.sight() == Sight.STAFF;
        List<PhotoView> photos = pages.of(CasePhoto.Kind.PROBLEM);
        // A citizen's result that was not good stays in the timeline only.
        long refused =
                seen.facts().last(Set.of("disapprove")).map(TakenStep::version).orElse(0L);
        Wording words = words(seen, photos);
        List<AllowedStep> allowed =
                seen.actor() == null ? List.of() : Attempt.allowed(seen.facts(), seen.actor(), clock.instant());
        return new CaseView(
                words.summary(Found.of(file)),
                photos,
                pages.since(refused, CasePhoto.Kind.BEFORE),
                pages.since(refused, CasePhoto.Kind.RESULT),
                enclosed.answered(),
                file.origin().anonymous(),
                seen.sight() == Sight.REPORTER,
                named(file.origin().reporter(), known.names()),
                seen.holds(),
                staff ? named(file.now().linkage().holder(), known.names()) : null,
                enclosed.check(),
                staff ? file.now().screening() : null,
                allowed,
                new Timeline(seen.facts(), seen.sight(), pages, known, words).entries(),
                rating(file, seen.sight()),
                file.now().mergedInto(),
                staff || !seen.facts().isOpen(file) ? file.now().answer() : null,
                enclosed.hold(),
                LinkageView.of(seen.facts(), allowed),
                enclosed.support(),
                enclosed.asks(),
                enclosed.advice(),
                staff || seen.sight() == Sight.REPORTER ? CaseView.Shown.of(file) : null,
                staff ? assignees(seen, known, words) : null,
                seen.actor() != null
                        && Assigning.unit(seen.facts(), seen.actor()).isPresent());
    }

    private static List<AssigneeView> assignees(Reading.Seen seen, Timeline.Known known, Wording words) {
        return known.assignments().stream()
                .filter(Assignment::present)
                .map(each -> AssigneeView.of(each, known.names(), words.units().get(each.unit()), seen.actor()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Wording words(Reading.Seen seen, List<PhotoView> photos) {
        Facts facts = seen.facts();
        Map<Id, URI> thumbnail = photos.isEmpty()
                ? Map.of()
                : Map.of(facts.subject().id(), photos.getFirst().thumbnail());
        Map<Id, Unit> units = facts.units().stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        return new Wording(
                Map.of(facts.rules().version(), facts.rules()),
                units,
                thumbnail,
                seen.sight() == Sight.STAFF && facts.times("supervise") > 0
                        ? Set.of(facts.subject().id())
                        : Set.of(),
                seen.sight(),
                places::toGcj02,
                clock.instant());
    }

    private static CaseView.@Nullable Reporter named(@Nullable Id person, Map<Id, PersonName> names) {
        PersonName name = person == null ? null : names.get(person);
        return name == null ? null : new CaseView.Reporter(name.name());
    }

    /** What the reporter wrote about the result has been read by nobody: the public sees the stars only. */
    private static @Nullable Rating rating(CaseFile file, Sight sight) {
        Rating rating = file.now().rating();
        return rating == null || sight == Sight.REPORTER || sight == Sight.STAFF
                ? rating
                : new Rating(rating.solved(), rating.stars(), null);
    }
}
