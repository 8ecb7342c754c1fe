package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.media.PhotoLinks;
import io.quanmin.media.Photos;
import io.quanmin.place.Places;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes cases ready for lists: names for codes, coordinates for maps, a thumbnail each; few queries for the whole list. */
@Component
class Summaries {

    private final CasePhotoTable photoTable;
    private final StepTable steps;
    private final Photos photos;
    private final Rulebook rulebook;
    private final People people;
    private final Places places;
    private final Clock clock;

    Summaries(
            CasePhotoTable photoTable,
            StepTable steps,
            Photos photos,
            Rulebook rulebook,
            People people,
            Places places,
            Clock clock) {
        this.photoTable = photoTable;
        this.steps = steps;
        this.photos = photos;
        this.rulebook = rulebook;
        this.people = people;
        this.places = places;
        this.clock = clock;
    }

    /** In the same order. */
    Mono<List<CaseSummary>> of(List<Found> found, Sight sight) {
        return found.isEmpty()
                ? Mono.just(List.of())
                : words(found, sight, true).map(words -> all(found, words));
    }

    /** In the same order, for staff, without pictures. */
    Mono<List<CaseSummary>> plain(List<Found> found) {
        return found.isEmpty()
                ? Mono.just(List.of())
                : words(found, Sight.STAFF, false).map(words -> all(found, words));
    }

    /** In the same order, each as it may be seen. */
    Mono<List<CaseSummary>> of(List<Found> found, Function<CaseFile, Sight> sight) {
        Map<Sight, List<Found>> alike = found.stream().collect(Collectors.groupingBy(each -> sight.apply(each.file())));
        return Flux.fromIterable(alike.entrySet())
                .concatMap(each -> of(each.getValue(), each.getKey()))
                .flatMapIterable(summaries -> summaries)
                .collectMap(CaseSummary::id)
                .map(summaries -> found.stream()
                        .map(each ->
                                Objects.requireNonNull(summaries.get(each.file().id())))
                        .toList());
    }

    private static List<CaseSummary> all(List<Found> found, Wording words) {
        return found.stream().map(words::summary).toList();
    }

    private Mono<Wording> words(List<Found> found, Sight sight, boolean pictures) {
        List<Id> ids = found.stream().map(each -> each.file().id()).toList();
        Mono<Set<Id>> supervised =
                sight == Sight.STAFF ? steps.supervised(ids).collect(Collectors.toSet()) : Mono.just(Set.of());
        return Mono.zip(
                        rules(found),
                        people.units(),
                        pictures ? thumbnails(ids, sight) : Mono.just(Map.<Id, URI>of()),
                        supervised)
                .map(read -> new Wording(
                        read.getT1(),
                        units(read.getT2()),
                        read.getT3(),
                        read.getT4(),
                        sight,
                        places::toGcj02,
                        clock.instant()));
    }

    private Mono<Map<Integer, Rules>> rules(List<Found> found) {
        Set<Integer> versions =
                found.stream().map(each -> each.file().origin().rules()).collect(Collectors.toSet());
        return Flux.fromIterable(versions).flatMap(rulebook::version, 4).collectMap(Rules::version);
    }

    private static Map<Id, Unit> units(Collection<Unit> units) {
        return units.stream().collect(Collectors.toMap(Unit::id, unit -> unit));
    }

    private Mono<Map<Id, URI>> thumbnails(List<Id> cases, Sight sight) {
        return photoTable
                .firstOf(cases)
                .collectList()
                .flatMap(firsts -> thumbnails(firsts, sight.photos(CasePhoto.Kind.PROBLEM)));
    }

    private Mono<Map<Id, URI>> thumbnails(List<CasePhoto> firsts, Photos.Viewer viewer) {
        List<Id> ids = firsts.stream().map(CasePhoto::photo).toList();
        return ids.isEmpty() ? Mono.just(Map.of()) : photos.links(ids, viewer).map(links -> thumbnails(firsts, links));
    }

    private static Map<Id, URI> thumbnails(List<CasePhoto> firsts, Map<Id, PhotoLinks> links) {
        Map<Id, URI> thumbnails = new HashMap<>();
        for (CasePhoto first : firsts) {
            PhotoLinks link = links.get(first.photo());
            if (link != null) {
                thumbnails.put(first.caseId(), link.thumbnail());
            }
        }
        return thumbnails;
    }
}
