package io.quanmin.media;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What photos say about the person who uploaded them. */
@Component
final class MediaPersonalData implements PersonalData {

    private final UploaderTable uploaders;
    private final RedactionTable redactions;
    private final LinkMaking links;
    private final Clock clock;

    MediaPersonalData(UploaderTable uploaders, RedactionTable redactions, LinkMaking links, Clock clock) {
        this.uploaders = uploaders;
        this.redactions = redactions;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "photos";
    }

    @Override
    public Set<String> tables() {
        return Set.of("media.photo", "media.redaction");
    }

    @Override
    public Mono<Object> export(Id person) {
        return Mono.zip(
                uploaders.newest(person).map(this::exported).collectList(),
                redactions.times(person).collectList(),
                Export::new);
    }

    private Exported exported(KeptPhoto photo) {
        return new Exported(
                photo.id(),
                photo.uploadedAt(),
                photo.takenAt(),
                photo.takenFrom(),
                links.of(photo).picture().toString());
    }

    @Override
    public Mono<Void> erase(Id person) {
        return uploaders
                .removeUnattached(person, clock.instant())
                .then(uploaders.forget(person, clock.instant()))
                .then(redactions.forget(person));
    }

    @Override
    public Mono<Void> merge(Id person, Id into) {
        return uploaders.handOver(person, into).then(redactions.handOver(person, into));
    }

    /** @param redacted when they covered parts of photos, as staff */
    record Export(List<Exported> photos, List<Instant> redacted) {}

    record Exported(
            Id id,
            Instant uploadedAt,
            @Nullable Instant takenAt,
            @Nullable GeoPoint takenFrom,
            String picture) {}
}
