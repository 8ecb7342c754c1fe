package io.quanmin.media;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps an examined photo: objects in the store and a row, or neither. */
@Component
final class Keeping {

    private final PhotoTable photos;
    private final PhotoStore store;
    private final Clock clock;

    Keeping(PhotoTable photos, PhotoStore store, Clock clock) {
        this.photos = photos;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The row comes first and says that the objects are arriving: whatever ends the work, somebody knows what to remove. Fails
     * with {@link PhotoStoreAway}.
     */
    Mono<KeptPhoto> keep(Id id, Actor actor, Examined photo) {
        KeptPhoto row = KeptPhoto.of(id, actor.person(), photo, clock.instant());
        return store.ready()
                .then(Mono.usingWhen(
                        photos.arrive(row, actor.person()).thenReturn(row),
                        arriving -> stored(id, photo).then(kept(arriving)),
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

    private Mono<KeptPhoto> kept(KeptPhoto arriving) {
        return photos.keep(arriving.id()).thenReturn(arriving);
    }
}
