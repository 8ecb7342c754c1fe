package io.quanmin.media;

import io.quanmin.identity.RateLimits;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.quanmin.media.StoreSigner.PostForm;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets a phone post a photo straight to the store, for cities whose uploads would fill this service's line. What arrived is
 * looked at like any other upload before it counts.
 */
@Component
final class DirectUploading {

    private static final Logger LOG = LoggerFactory.getLogger(DirectUploading.class);
    private static final Duration FORM_WORKS = Duration.ofMinutes(15);

    private final RateLimits rates;
    private final DirectUploadTable awaited;
    private final LeftoverTable leftovers;
    private final PhotoTable photos;
    private final PhotoStore store;
    private final StoreSigner signer;
    private final Spool spool;
    private final Workshop workshop;
    private final Keeping keeping;
    private final Ids ids;
    private final CitySettings city;
    private final Duration unfinished;
    private final Clock clock;

    DirectUploading(
            RateLimits rates,
            DirectUploadTable awaited,
            LeftoverTable leftovers,
            PhotoTable photos,
            PhotoStore store,
            StoreSigner signer,
            Spool spool,
            Workshop workshop,
            Keeping keeping,
            Ids ids,
            CitySettings city,
            MediaSettings settings,
            Clock clock) {
        this.rates = rates;
        this.awaited = awaited;
        this.leftovers = leftovers;
        this.photos = photos;
        this.store = store;
        this.signer = signer;
        this.spool = spool;
        this.workshop = workshop;
        this.keeping = keeping;
        this.ids = ids;
        this.city = city;
        this.unfinished = settings.sweep().unfinished();
        this.clock = clock;
    }

    record Invitation(Id id, PostForm form) {}

    /**
     * A form that takes one file of this format and at most this size; sizes over the limit are the caller's to refuse. Whatever it
     * is used for is swept once it no longer works and nobody can still be looking at what arrived.
     */
    Mono<Invitation> invite(Actor actor, PhotoFormat format, long size) {
        Id id = ids.next(city.code());
        PostForm form = signer.postForm(
                PhotoKeys.incoming(id),
                format.contentType(),
                size,
                clock.instant().plus(FORM_WORKS).atZone(ZoneOffset.UTC));
        return rates.take(RateLimits.Kind.UPLOAD, actor.person().toString())
                .then(store.ready())
                .then(leftovers.incoming(id, clock.instant().plus(FORM_WORKS).plus(unfinished)))
                .then(awaited.await(id, actor.person(), format, size, clock.instant()))
                .thenReturn(new Invitation(id, form));
    }

    /** Again is the same. Fails with {@link PhotoNotArrived}, or as an upload does; then the phone begins anew. */
    Mono<KeptPhoto> arrived(Actor actor, Id id) {
        return photos.find(id)
                .filter(photo -> photo.isOf(actor.person()))
                .switchIfEmpty(Mono.defer(() -> looked(actor, id)));
    }

    private Mono<KeptPhoto> looked(Actor actor, Id id) {
        return awaited.isAwaited(id, actor.person())
                .filter(awaiting -> awaiting)
                .transform(Reactive.orFail(NoSuchThing::new))
                .flatMap(awaiting -> spool.with(
                        store.get(PhotoKeys.incoming(id)).onErrorMap(NoSuchThing.class, none -> new PhotoNotArrived()),
                        file -> workshop.examine(file).flatMap(photo -> keeping.keep(id, actor, photo))))
                .onErrorResume(
                        DirectUploading::isNoPhoto,
                        refused -> photos.undo(id, clock.instant()).then(Mono.error(refused)))
                .flatMap(this::cleared);
    }

    private static boolean isNoPhoto(Throwable failure) {
        return failure instanceof NotAPhoto
                || failure instanceof BrokenPhoto
                || failure instanceof PhotoTooLarge
                || failure instanceof TooManyPixels;
    }

    /** The photo is kept under its own keys now; if the store cannot forget the first copy, nothing is lost but room. */
    private Mono<KeptPhoto> cleared(KeptPhoto kept) {
        return store.delete(PhotoKeys.incoming(kept.id()))
                .doOnError(stays -> LOG.warn("A direct upload stays behind: {}", PhotoKeys.incoming(kept.id())))
                .onErrorComplete(PhotoStoreAway.class)
                .thenReturn(kept);
    }
}
