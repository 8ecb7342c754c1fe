package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import io.quanmin.media.Photos;
import io.quanmin.media.Region;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes out of what people see what is nobody's business: words a reviewer rewrites, faces and plates on photos. */
@Component
class Redaction {

    private final Reading reading;
    private final CasePhotoTable photoTable;
    private final Photos photos;
    private final PrivacyTable table;
    private final Clock clock;

    Redaction(Reading reading, CasePhotoTable photoTable, Photos photos, PrivacyTable table, Clock clock) {
        this.reading = reading;
        this.photoTable = photoTable;
        this.photos = photos;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Sets what the public reads of a case; nothing for the reporter's own words, masked. Fails with {@code NoSuchThing} where
     * there is no such case for them, with {@link OwnCase} and with {@link StepNotAllowed} outside their area.
     */
    Mono<Void> words(Actor actor, Id caseId, @Nullable String words) {
        return permitted(actor, caseId)
                .then(Mono.defer(() -> table.edit(caseId, words, actor.person(), clock.instant())));
    }

    /** Destroys regions of a photo of the case in every copy that is served. Fails as {@link #words} does. */
    Mono<Void> photo(Actor actor, Id caseId, Id photo, List<Region> regions) {
        return found(actor, caseId, photo).flatMap(there -> photos.redact(photo, regions, actor.person()));
    }

    /** What is covered of a photo of the case now. Fails as {@link #words} does. */
    Mono<Covered> covered(Actor actor, Id caseId, Id photo) {
        return found(actor, caseId, photo)
                .flatMap(there -> photos.redacted(photo))
                .map(Covered::new);
    }

    private Mono<Boolean> found(Actor actor, Id caseId, Id photo) {
        return permitted(actor, caseId)
                .thenMany(photoTable.of(caseId))
                .any(each -> each.photo().equals(photo))
                .filter(there -> there)
                .switchIfEmpty(Mono.error(NoSuchThing::new));
    }

    private Mono<Reading.Seen> permitted(Actor actor, Id caseId) {
        return reading.seen(caseId, actor).flatMap(seen -> permitted(seen, actor));
    }

    private Mono<Reading.Seen> permitted(Reading.Seen seen, Actor actor) {
        if (seen.sight() == Sight.REPORTER) {
            return Mono.error(new OwnCase(Attempt.allowed(seen.facts(), actor, clock.instant())));
        }
        return actor.is(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER)
                        && Scope.covers(actor, seen.subject().origin().place().area())
                ? Mono.just(seen)
                : Mono.error(new StepNotAllowed(Attempt.allowed(seen.facts(), actor, clock.instant())));
    }

    /** The parts of a photo that are covered. */
    record Covered(List<Region> regions) {}
}
