package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.media.Photos;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A person decides whether the public may see a photo of a case; their word is the last, and is written down. */
@Component
class JudgingPhotos {

    private final Reading reading;
    private final CasePhotoTable photoTable;
    private final Photos photos;
    private final TransactionalOperator transaction;
    private final Clock clock;

    JudgingPhotos(
            Reading reading, CasePhotoTable photoTable, Photos photos, TransactionalOperator transaction, Clock clock) {
        this.reading = reading;
        this.photoTable = photoTable;
        this.photos = photos;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Again is the same. Fails with {@code NoSuchThing} where there is no such case for them or no such photo in it, with {@link
     * OwnCase} for its reporter and with {@link StepNotAllowed} outside their area.
     */
    Mono<Void> judge(Actor actor, Id caseId, Judgement judgement) {
        return reading.seen(caseId, actor)
                .flatMap(seen -> permitted(seen, actor))
                .flatMap(
                        seen -> photoTable.of(caseId).any(photo -> photo.photo().equals(judgement.photo())))
                .filter(there -> there)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(there -> write(actor, caseId, judgement));
    }

    private Mono<Reading.Seen> permitted(Reading.Seen seen, Actor actor) {
        if (seen.sight() == Sight.REPORTER) {
            return Mono.error(new OwnCase(Attempt.allowed(seen.facts(), actor, clock.instant())));
        }
        return Scope.covers(actor, seen.subject().origin().place().area())
                ? Mono.just(seen)
                : Mono.error(new StepNotAllowed(Attempt.allowed(seen.facts(), actor, clock.instant())));
    }

    /** The photo first, so that of two who judge it at once the second waits. */
    private Mono<Void> write(Actor actor, Id caseId, Judgement judgement) {
        return photos.judge(List.of(judgement.photo()), judgement.fit())
                .then(photoTable.judged(caseId, judgement, actor.person(), clock.instant()))
                .as(transaction::transactional);
    }

    /** What somebody says of a photo. */
    record Judgement(Id photo, boolean fit) {}
}
