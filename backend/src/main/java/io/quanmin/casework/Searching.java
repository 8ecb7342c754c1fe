package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import io.quanmin.media.Photos;
import io.quanmin.place.Places;
import io.quanmin.rulebook.DuplicateRules;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds cases by words, and cases that may be of one problem. */
@Component
class Searching {

    private static final int MOST = 10;
    private static final int LOOKED_AT = 40;
    private static final int FARTHER = 3;

    private final SearchTable table;
    private final CasePhotoTable photoTable;
    private final Photos photos;
    private final Reading reading;
    private final Summaries summaries;
    private final Rulebook rulebook;
    private final Places places;
    private final Clock clock;

    Searching(
            SearchTable table,
            CasePhotoTable photoTable,
            Photos photos,
            Reading reading,
            Summaries summaries,
            Rulebook rulebook,
            Places places,
            Clock clock) {
        this.table = table;
        this.photoTable = photoTable;
        this.photos = photos;
        this.reading = reading;
        this.summaries = summaries;
        this.rulebook = rulebook;
        this.places = places;
        this.clock = clock;
    }

    /** Cases that say so, newest first: what everybody may see, or, for staff, all of their area. */
    Mono<Page<CaseSummary>> search(String words, @Nullable Actor actor, PageRequest request) {
        String area = area(actor);
        return table.search(words, actor == null ? null : actor.person(), area, request)
                .collectList()
                .map(files -> Page.of(
                        files,
                        request.limit(),
                        file -> new Cursor(file.origin().at(), file.id().value())))
                .flatMap(page -> summaries
                        .of(page.map(Found::of).items(), file -> area == null ? Sight.PUBLIC : sight(file, actor))
                        .map(items -> new Page<>(items, page.next())));
    }

    /** Of staff: what lies elsewhere they see as everybody does, their own as its reporter. */
    private static Sight sight(CaseFile file, @Nullable Actor actor) {
        if (actor != null && file.isOf(actor.person())) {
            return Sight.REPORTER;
        }
        boolean theirs =
                actor != null && Scope.covers(actor, file.origin().place().area());
        return theirs ? Sight.STAFF : Sight.PUBLIC;
    }

    private static @Nullable String area(@Nullable Actor actor) {
        return actor != null && actor.is(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.SUPERVISOR)
                ? Scope.prefix(actor)
                : null;
    }

    /** What somebody about to report may have met: open cases of the type around the place, nearest first. */
    Mono<List<CaseSummary>> similar(String type, GeoPoint point) {
        return rulebook.inForce(clock.instant()).flatMap(rules -> {
            DuplicateRules rule = rules.duplicates();
            return table.similar(type, places.toWgs84(point), rule.radius(), since(rule), MOST)
                    .collectList()
                    .flatMap(found -> summaries.of(found, Sight.PUBLIC));
        });
    }

    private Instant since(DuplicateRules rule) {
        return clock.instant().minus(rule.window());
    }

    /** Cases that may be of the same problem as one whose work is the actor's, the likeliest first: shown ones, or of their area. */
    Mono<List<Candidate>> candidates(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(seen -> candidates(caseId, actor, seen.facts().rules()));
    }

    private Mono<List<Candidate>> candidates(Id caseId, Actor actor, Rules rules) {
        DuplicateRules rule = rules.duplicates();
        return table.likely(caseId, Scope.prefix(actor), rule, rule.radius() * FARTHER, since(rule), LOOKED_AT)
                .collectList()
                .flatMap(likely -> Mono.zip(
                                pictures(caseId, likely), summaries.of(found(likely), file -> sight(file, actor)))
                        .map(read -> ranked(rule, likely, read.getT1(), read.getT2())));
    }

    private static List<Found> found(List<SearchTable.Likely> likely) {
        return likely.stream().map(SearchTable.Likely::found).toList();
    }

    private static List<Candidate> ranked(
            DuplicateRules rule, List<SearchTable.Likely> likely, Map<Id, Integer> bits, List<CaseSummary> summaries) {
        return IntStream.range(0, likely.size())
                .mapToObj(i -> candidate(rule, likely.get(i), bits, summaries.get(i)))
                .sorted(Comparator.comparingDouble(Candidate::rank).reversed())
                .limit(MOST)
                .toList();
    }

    private static Candidate candidate(
            DuplicateRules rule, SearchTable.Likely likely, Map<Id, Integer> bits, CaseSummary summary) {
        Double distance = likely.found().distance();
        double near = distance == null ? 0 : Math.max(0, 1 - distance / (rule.radius() * FARTHER));
        Integer differing = bits.get(summary.id());
        double picture = differing == null ? 0 : Math.max(0, 1 - differing / (rule.alikeBits() + 1.0));
        return new Candidate(
                summary, rule.rank(near, likely.alike(), picture, likely.recency()), likely.alike(), picture);
    }

    /** In how many bits the most alike pictures of this case and of each other differ. */
    private Mono<Map<Id, Integer>> pictures(Id caseId, List<SearchTable.Likely> likely) {
        List<Id> others = likely.stream().map(each -> each.found().file().id()).toList();
        return Mono.zip(
                        photoTable.of(caseId).collectList(),
                        photoTable.ofAll(others).collectList())
                .flatMap(read ->
                        hashes(read.getT1(), read.getT2()).map(hashes -> closest(hashes, read.getT1(), read.getT2())));
    }

    private Mono<Map<Id, Long>> hashes(List<CasePhoto> own, List<CasePhoto> others) {
        return photos.hashes(Stream.of(own, others)
                .flatMap(Collection::stream)
                .map(CasePhoto::photo)
                .toList());
    }

    private static Map<Id, Integer> closest(Map<Id, Long> hashes, List<CasePhoto> own, List<CasePhoto> others) {
        List<Long> mine = own.stream()
                .map(photo -> hashes.get(photo.photo()))
                .filter(Objects::nonNull)
                .toList();
        return others.stream()
                .filter(photo -> hashes.containsKey(photo.photo()))
                .flatMap(photo -> mine.stream()
                        .map(hash -> Map.entry(
                                photo.caseId(),
                                Long.bitCount(hash ^ Objects.requireNonNull(hashes.get(photo.photo()))))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::min));
    }
}
