package io.quanmin.casework;

import io.quanmin.casework.Result.Shot;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.media.Photo;
import io.quanmin.media.Photos;
import io.quanmin.media.Twin;
import io.quanmin.place.Places;
import io.quanmin.rulebook.ClaimRules;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out what the photos of a result say of their time and place, and whether they were used before. */
@Component
class Proving {

    private final Photos photos;
    private final CasePhotoTable photoTable;
    private final ClaimTable claims;
    private final Places places;

    Proving(Photos photos, CasePhotoTable photoTable, ClaimTable claims, Places places) {
        this.photos = photos;
        this.photoTable = photoTable;
        this.claims = claims;
        this.places = places;
    }

    /** The facts with what is known of the result, where the turn brings one. */
    Mono<Facts> with(Turn turn, Facts facts) {
        return turn.move() instanceof Move.Solve solve
                ? photographed(facts.subject().id())
                        .flatMap(known -> result(new Claim(
                                turn.actor().person(),
                                solve.before(),
                                solve.photos(),
                                known,
                                solve.position(),
                                facts.subject().origin().place().point(),
                                facts.rules().claims(),
                                facts.subject().id())))
                        .map(facts::with)
                : Mono.just(facts);
    }

    /** The same of a report that says it is solved. */
    Mono<Result> of(Id reporter, Report report, ClaimRules rules, @Nullable GeoPoint place) {
        return result(
                new Claim(reporter, report.photos(), report.after(), List.of(), report.position(), place, rules, null));
    }

    private Mono<List<Id>> photographed(Id caseId) {
        return photoTable
                .of(caseId)
                .filter(photo -> photo.kind() != CasePhoto.Kind.RESULT)
                .map(CasePhoto::photo)
                .collectList();
    }

    private Mono<Result> result(Claim claim) {
        List<Id> brought = claim.brought();
        return Mono.zip(
                        photos.find(brought),
                        photos.twins(brought, claim.rules().proof().sameBits(), claim.caseId()),
                        photos.hashes(claim.all()),
                        claims.results(claim.person(), claim.rules().appraisal().first()))
                .map(read -> new Result(
                        shots(claim, read.getT1(), read.getT2()),
                        metres(claim.position(), claim.place()),
                        !claim.known().isEmpty(),
                        claim.alike(read.getT3()),
                        read.getT4()));
    }

    private List<Shot> shots(Claim claim, List<Photo> known, List<Twin> twins) {
        Map<Id, Id> usedIn = twins.stream().collect(Collectors.toMap(Twin::photo, Twin::subject));
        return known.stream()
                .map(photo -> new Shot(
                        photo.id(),
                        claim.after().contains(photo.id()),
                        photo.takenAt(),
                        photo.uploadedAt(),
                        metres(photo.takenFrom(), claim.place()),
                        usedIn.get(photo.id())))
                .toList();
    }

    private @Nullable Double metres(@Nullable GeoPoint from, @Nullable GeoPoint place) {
        return from == null || place == null ? null : Sphere.metres(places.toWgs84(from), place);
    }

    /**
     * What somebody says to have done.
     *
     * @param known photos of the case as it was, from others
     * @param place of the case, WGS-84
     * @param caseId absent while there is none
     */
    private record Claim(
            Id person,
            List<Id> before,
            List<Id> after,
            List<Id> known,
            @Nullable GeoPoint position,
            @Nullable GeoPoint place,
            ClaimRules rules,
            @Nullable Id caseId) {

        List<Id> brought() {
            return Stream.concat(before.stream(), after.stream()).toList();
        }

        Collection<Id> all() {
            Set<Id> all = new HashSet<>(brought());
            all.addAll(known);
            return all;
        }

        /** Whether a picture of afterwards looks the same as one of before. */
        boolean alike(Map<Id, Long> hashes) {
            List<Long> then = Stream.concat(before.stream(), known.stream())
                    .filter(hashes::containsKey)
                    .map(hashes::get)
                    .toList();
            return after.stream()
                    .filter(hashes::containsKey)
                    .map(hashes::get)
                    .anyMatch(now -> then.stream()
                            .anyMatch(one ->
                                    Long.bitCount(one ^ now) <= rules.proof().sameBits()));
        }
    }
}
