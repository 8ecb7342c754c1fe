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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
                ? photoTable
                        .of(facts.subject().id())
                        .collectList()
                        .flatMap(known -> result(new Claim(
                                turn.actor().person(),
                                solve.before(),
                                solve.photos(),
                                photos(known, kind -> kind != CasePhoto.Kind.RESULT),
                                photos(known, kind -> kind == CasePhoto.Kind.RESULT),
                                solve.position(),
                                facts.subject().origin().place().point(),
                                facts.rules().claims(),
                                facts.subject().id())))
                        .map(facts::with)
                : Mono.just(facts);
    }

    /** The same of a report that says it is solved. */
    Mono<Result> of(Id reporter, Report report, ClaimRules rules, @Nullable GeoPoint place) {
        return result(new Claim(
                reporter,
                report.photos(),
                report.after(),
                List.of(),
                List.of(),
                report.position(),
                place,
                rules,
                null));
    }

    private static List<Id> photos(List<CasePhoto> known, Predicate<CasePhoto.Kind> wanted) {
        return known.stream()
                .filter(photo -> wanted.test(photo.kind()))
                .map(CasePhoto::photo)
                .toList();
    }

    private Mono<Result> result(Claim claim) {
        List<Id> brought = claim.brought();
        return Mono.zip(
                        photos.find(brought),
                        photos.twins(brought, claim.rules().proof().sameBits(), claim.caseId()),
                        photos.hashes(claim.all()),
                        claims.results(claim.person(), claim.rules().appraisal().first()))
                .map(read -> new Result(
                        shots(claim, read.getT1(), read.getT2(), read.getT3()),
                        metres(claim.position(), claim.place()),
                        !claim.known().isEmpty(),
                        claim.alike(read.getT3()),
                        read.getT4()));
    }

    private List<Shot> shots(Claim claim, List<Photo> known, List<Twin> twins, Map<Id, Long> hashes) {
        Map<Id, Id> usedIn = new HashMap<>(claim.usedAgain(hashes));
        twins.forEach(twin -> usedIn.put(twin.photo(), twin.subject()));
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
     * @param spent photos of earlier results of the case, which were found not to be good
     * @param place of the case, WGS-84
     * @param caseId absent while there is none
     */
    private record Claim(
            Id person,
            List<Id> before,
            List<Id> after,
            List<Id> known,
            List<Id> spent,
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
            all.addAll(spent);
            return all;
        }

        /** Pictures of afterwards that look the same as one of an earlier result, and where: here. */
        Map<Id, Id> usedAgain(Map<Id, Long> hashes) {
            Id here = caseId;
            return here == null
                    ? Map.of()
                    : after.stream()
                            .filter(photo -> same(photo, spent, hashes))
                            .distinct()
                            .collect(Collectors.toMap(photo -> photo, photo -> here));
        }

        private boolean same(Id photo, List<Id> others, Map<Id, Long> hashes) {
            Long now = hashes.get(photo);
            return now != null
                    && others.stream()
                            .map(hashes::get)
                            .anyMatch(then -> then != null
                                    && Long.bitCount(then ^ now)
                                            <= rules.proof().sameBits());
        }

        /** Whether a picture of afterwards looks the same as one of before. */
        boolean alike(Map<Id, Long> hashes) {
            List<Id> then = Stream.concat(before.stream(), known.stream()).toList();
            return after.stream().anyMatch(photo -> same(photo, then, hashes));
        }
    }
}
