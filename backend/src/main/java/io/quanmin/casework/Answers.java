package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.kernel.Id;
import io.quanmin.media.Photo;
import io.quanmin.media.PhotoLinks;
import io.quanmin.media.Photos;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what volunteers answered about a case: each answer to staff, how many to everybody. */
@Component
class Answers {

    private final AskTable asks;
    private final OwnMatter own;
    private final Photos photos;
    private final People people;
    private final Clock clock;

    Answers(AskTable asks, OwnMatter own, Photos photos, People people, Clock clock) {
        this.asks = asks;
        this.own = own;
        this.photos = photos;
        this.people = people;
        this.clock = clock;
    }

    /** Each time they were asked, oldest first. */
    Mono<List<AskingView>> of(Reading.Seen seen) {
        return asks.of(seen.subject().id())
                .map(AskTable.Asked::ask)
                .collectList()
                .flatMap(all -> all.isEmpty() ? Mono.just(List.of()) : views(seen, all));
    }

    private Mono<List<AskingView>> views(Reading.Seen seen, List<Ask> all) {
        Map<Long, List<Ask>> rounds = all.stream()
                .collect(Collectors.groupingBy(ask -> ask.round().version(), TreeMap::new, Collectors.toList()));
        Mono<Pages> pages = seen.sight() == Sight.STAFF ? pages(all) : Mono.just(Pages.NONE);
        return Mono.zip(pages, own.among(seen.facts(), all))
                .map(read -> rounds.values().stream()
                        .map(round -> view(seen, round, read.getT1(), read.getT2()))
                        .toList());
    }

    private Mono<Pages> pages(List<Ask> all) {
        List<Id> pictures = all.stream()
                .map(Ask::answered)
                .filter(Objects::nonNull)
                .map(Ask.Answered::photos)
                .flatMap(Collection::stream)
                .toList();
        List<Id> persons = all.stream()
                .map(Ask::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Mono.zip(photos.links(pictures, Photos.Viewer.STAFF), photos.find(pictures), people.nicknames(persons))
                .map(read -> new Pages(
                        read.getT1(),
                        read.getT2().stream().collect(Collectors.toMap(Photo::id, photo -> photo)),
                        read.getT3()));
    }

    private AskingView view(Reading.Seen seen, List<Ask> asks, Pages pages, Set<Id> involved) {
        Ask.Round round = asks.getFirst().round();
        Tally tally = Tally.of(asks, involved);
        boolean staff = seen.sight() == Sight.STAFF;
        return new AskingView(
                round.about(),
                round.openedAt(),
                round.open(seen.subject().now(), clock.instant()),
                tally.asked(),
                tally.yes(),
                tally.no(),
                tally.cannotFind(),
                staff ? tally.weight() : null,
                staff ? answers(seen, asks, pages, involved) : null);
    }

    private static List<AskingView.GivenAnswer> answers(
            Reading.Seen seen, List<Ask> asks, Pages pages, Set<Id> involved) {
        return asks.stream()
                .filter(ask -> ask.person() == null || !involved.contains(ask.person()))
                .flatMap(ask -> Stream.ofNullable(ask.answered()).map(answered -> one(seen, ask, answered, pages)))
                .toList();
    }

    private static AskingView.GivenAnswer one(Reading.Seen seen, Ask ask, Ask.Answered answered, Pages pages) {
        return new AskingView.GivenAnswer(
                answered.answer(),
                answered.at(),
                pages.name(ask.person()),
                answered.note(),
                AskPhotos.views(
                        answered.photos(),
                        pages.links(),
                        pages.known(),
                        seen.subject().origin().place().point()),
                answered.distance(),
                answered.weight(),
                ask.invited());
    }

    /** What belongs to the answers of a case. */
    private record Pages(Map<Id, PhotoLinks> links, Map<Id, Photo> known, Map<Id, PersonName> names) {

        static final Pages NONE = new Pages(Map.of(), Map.of(), Map.of());

        @Nullable
        String name(@Nullable Id person) {
            PersonName name = person == null ? null : names.get(person);
            return name == null ? null : name.name();
        }
    }
}
