package io.quanmin.media;

import io.quanmin.kernel.Id;
import io.quanmin.media.Photo.Screening;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos as rows, and links into the store. */
@Service
final class CityPhotos implements Photos {

    private final PhotoTable photos;
    private final JudgementTable judgements;
    private final TwinTable twins;
    private final LinkMaking links;
    private final Redacting redacting;
    private final RedactionTable redactions;

    CityPhotos(
            PhotoTable photos,
            JudgementTable judgements,
            TwinTable twins,
            LinkMaking links,
            Redacting redacting,
            RedactionTable redactions) {
        this.photos = photos;
        this.twins = twins;
        this.judgements = judgements;
        this.links = links;
        this.redacting = redacting;
        this.redactions = redactions;
    }

    @Override
    public Mono<Void> attach(List<Id> wanted, Id uploader, Id subject) {
        Set<Id> distinct = Set.copyOf(wanted);
        return distinct.isEmpty()
                ? Mono.empty()
                : photos.attach(distinct, uploader, subject)
                        .filter(attached -> attached == distinct.size())
                        .switchIfEmpty(Mono.error(PhotosNotYours::new))
                        .then();
    }

    @Override
    public Mono<List<Photo>> find(Collection<Id> wanted) {
        return byId(wanted)
                .map(found -> wanted.stream()
                        .distinct()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(KeptPhoto::known)
                        .toList());
    }

    @Override
    public Mono<Map<Id, PhotoLinks>> links(Collection<Id> wanted, Viewer viewer) {
        return byId(wanted)
                .map(found -> found.values().stream()
                        .filter(photo -> mayBeSeen(photo, viewer))
                        .collect(Collectors.toMap(KeptPhoto::id, links::of)));
    }

    @Override
    public Mono<Map<Id, Long>> hashes(Collection<Id> wanted) {
        return wanted.isEmpty()
                ? Mono.just(Map.of())
                : photos.hashes(wanted).collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<List<Twin>> twins(Collection<Id> wanted, int bits, @Nullable Id apartFrom) {
        return wanted.isEmpty()
                ? Mono.just(List.of())
                : twins.of(wanted, bits, apartFrom).collectList();
    }

    static boolean mayBeSeen(KeptPhoto photo, Viewer viewer) {
        return viewer != Viewer.PUBLIC || photo.screening() == Screening.PASSED;
    }

    private Mono<Map<Id, KeptPhoto>> byId(Collection<Id> wanted) {
        return wanted.isEmpty() ? Mono.just(Map.of()) : photos.find(wanted).collectMap(KeptPhoto::id);
    }

    @Override
    public Mono<Void> lookedAt(List<Id> seen) {
        return seen.isEmpty() ? Mono.empty() : judgements.lookedAt(seen);
    }

    @Override
    public Flux<Id> waitingForPerson(int most) {
        return judgements.waiting(most);
    }

    @Override
    public Mono<Void> judge(List<Id> judged, boolean fit) {
        return judged.isEmpty() ? Mono.empty() : judgements.byPerson(judged, fit ? Screening.PASSED : Screening.HIDDEN);
    }

    @Override
    public Mono<Void> redact(Id photo, List<Region> regions, Id by) {
        return redacting.redact(photo, regions, by);
    }

    @Override
    public Mono<List<Region>> redacted(Id photo) {
        return redactions.latest(photo).defaultIfEmpty(List.of());
    }
}
