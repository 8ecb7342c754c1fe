package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.media.PhotoLinks;
import io.quanmin.media.Photos;
import io.quanmin.place.Places;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows volunteers what they are asked. */
@Component
class AskViewing {

    private static final int MOST_NEARBY = 50;

    private final AskTable asks;
    private final AskingTable rounds;
    private final Summaries summaries;
    private final Photos photos;
    private final Rulebook rulebook;
    private final Places places;
    private final Clock clock;

    AskViewing(
            AskTable asks,
            AskingTable rounds,
            Summaries summaries,
            Photos photos,
            Rulebook rulebook,
            Places places,
            Clock clock) {
        this.asks = asks;
        this.rounds = rounds;
        this.summaries = summaries;
        this.photos = photos;
        this.rulebook = rulebook;
        this.places = places;
        this.clock = clock;
    }

    /** One of mine; fails with {@link NoSuchThing} otherwise. */
    Mono<AskView> one(Id askId, Actor actor) {
        return asks.find(askId)
                .filter(asked -> actor.person().equals(asked.ask().person()))
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(asked -> views(List.of(asked)))
                .map(List::getFirst);
    }

    /** What I was asked, newest first. */
    Mono<Page<AskView>> mine(Actor actor, PageRequest request) {
        return asks.mine(actor.person(), request)
                .collectList()
                .map(rows -> Page.of(rows, request.limit(), AskTable.Asked::cursor))
                .flatMap(page -> views(page.items()).map(items -> new Page<>(items, page.next())));
    }

    private Mono<List<AskView>> views(List<AskTable.Asked> asked) {
        List<Found> found =
                asked.stream().map(AskTable.Asked::file).map(Found::of).toList();
        return Mono.zip(summaries.of(found, Sight.PUBLIC), links(asked))
                .map(read -> IntStream.range(0, asked.size())
                        .mapToObj(nth -> view(asked.get(nth), read.getT1().get(nth), read.getT2()))
                        .toList());
    }

    private Mono<Map<Id, PhotoLinks>> links(List<AskTable.Asked> asked) {
        List<Id> all = asked.stream()
                .map(each -> each.ask().answered())
                .filter(Objects::nonNull)
                .map(Ask.Answered::photos)
                .flatMap(Collection::stream)
                .toList();
        return all.isEmpty() ? Mono.just(Map.of()) : photos.links(all, Photos.Viewer.UPLOADER);
    }

    private AskView view(AskTable.Asked asked, CaseSummary summary, Map<Id, PhotoLinks> links) {
        Ask ask = asked.ask();
        return new AskView(
                ask.id(),
                ask.round().about(),
                summary,
                ask.askedAt(),
                ask.round().endsAt(),
                ask.open(asked.file().now(), clock.instant()),
                ask.invited(),
                said(ask.answered(), links));
    }

    private static AskView.@Nullable Said said(Ask.@Nullable Answered answered, Map<Id, PhotoLinks> links) {
        return answered == null
                ? null
                : new AskView.Said(
                        answered.answer(),
                        answered.at(),
                        answered.note(),
                        AskPhotos.views(answered.photos(), links, Map.of(), null),
                        answered.distance());
    }

    /** Around a place that is used for this and not kept, what volunteers are asked; nearest first. */
    Mono<List<NearbyAsk>> nearby(GeoPoint point, Actor actor) {
        return rulebook.inForce(clock.instant())
                .map(rules -> rules.volunteers().asks().radius())
                .flatMap(radius -> rounds.nearby(places.toWgs84(point), radius, clock.instant(), MOST_NEARBY)
                        .filter(near -> !near.found().file().isOf(actor.person()))
                        .filter(near -> near.round().open(near.found().file().now(), clock.instant()))
                        .collectList())
                .flatMap(near -> nearby(near, actor));
    }

    private Mono<List<NearbyAsk>> nearby(List<AskingTable.Nearby> near, Actor actor) {
        List<Found> found = near.stream().map(AskingTable.Nearby::found).toList();
        return Mono.zip(summaries.of(found, Sight.PUBLIC), asks.among(actor.person(), found))
                .map(read -> IntStream.range(0, near.size())
                        .mapToObj(nth ->
                                nearby(near.get(nth).round(), read.getT1().get(nth), read.getT2()))
                        .toList());
    }

    private static NearbyAsk nearby(Ask.Round round, CaseSummary summary, List<Ask> mine) {
        Id ask = mine.stream()
                .filter(each ->
                        each.caseId().equals(summary.id()) && each.round().version() == round.version())
                .map(Ask::id)
                .findFirst()
                .orElse(null);
        return new NearbyAsk(round.about(), summary, round.endsAt(), ask);
    }
}
