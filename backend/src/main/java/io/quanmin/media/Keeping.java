package io.quanmin.media;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Reactive;
import io.quanmin.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Keeps an examined photo: objects in the store and a row, or neither. */
@Component
final class Keeping {

    private final PhotoTable photos;
    private final PhotoStore store;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Keeping(PhotoTable photos, PhotoStore store, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.photos = photos;
        this.store = store;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The row comes first and says that the objects are arriving: whatever ends the work, somebody knows what to remove. Fails
     * with {@link PhotoStoreAway}.
     */
    Mono<KeptPhoto> keep(Id id, Actor actor, Examined photo) {
        KeptPhoto row = KeptPhoto.of(id, actor, photo, clock.instant());
        return store.ready()
                .then(Mono.usingWhen(
                        arriving(row, actor),
                        arriving -> stored(id, photo).then(Mono.defer(() -> kept(arriving, actor))),
                        arriving -> Mono.empty(),
                        (arriving, failure) -> photos.undo(id, clock.instant()),
                        arriving -> photos.undo(id, clock.instant())));
    }

    private Mono<Void> stored(Id id, Examined photo) {
        Copies copies = photo.copies();
        String jpeg = PhotoFormat.JPEG.contentType();
        return Mono.when(
                store.put(PhotoKeys.original(id), photo.format().contentType(), photo.original(), photo.size()),
                store.put(PhotoKeys.picture(id), jpeg, copies.picture()),
                store.put(PhotoKeys.thumbnail(id), jpeg, copies.thumbnail()));
    }

    private Mono<KeptPhoto> arriving(KeptPhoto row, Actor actor) {
        return photos.arrive(row, actor.person())
                .transform(Reactive.exactlyOne(UploadsBusy::new))
                .thenReturn(row);
    }

    /** From here on it counts. What a person has to look at is not asked about. */
    private Mono<KeptPhoto> kept(KeptPhoto photo, Actor actor) {
        Mono<Void> told = photo.screening() == Photo.Screening.FOR_PERSON
                ? Mono.empty()
                : outbox.add(photo.id(), new PhotoKept(photo.id(), actor.openid()));
        return photos.keep(photo.id())
                .transform(Reactive.exactlyOne(PhotoStoreAway::new))
                .then(told)
                .as(transaction::transactional)
                .thenReturn(photo);
    }
}
