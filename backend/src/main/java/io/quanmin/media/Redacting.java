package io.quanmin.media;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes new copies of a photo in which regions are covered for good, from the original, so that it can be done again and put
 * right. The copies served until then are removed from the store, and their links lead nowhere from then on.
 */
@Component
final class Redacting {

    private static final Logger LOG = LoggerFactory.getLogger(Redacting.class);

    /** Longer than the making of copies ever takes. */
    private static final Duration MADE_WITHIN = Duration.ofHours(1);

    private final PhotoTable photos;
    private final RedactionTable table;
    private final PhotoStore store;
    private final Spool spool;
    private final Workshop workshop;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    Redacting(
            PhotoTable photos,
            RedactionTable table,
            PhotoStore store,
            Spool spool,
            Workshop workshop,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock) {
        this.photos = photos;
        this.table = table;
        this.store = store;
        this.spool = spool;
        this.workshop = workshop;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Void> redact(Id photo, List<Region> regions, Id by) {
        return photos.find(photo)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .filter(kept -> !kept.isPlaceholder())
                .switchIfEmpty(Mono.error(PhotoNotToRedact::new))
                .flatMap(kept -> spool.with(source(kept), file -> workshop.redact(file, regions))
                        .flatMap(copies -> replace(kept, copies, new Work(regions, by))));
    }

    /** The original; where its owner was erased and it with them, what is served now. */
    private Flux<DataBuffer> source(KeptPhoto photo) {
        return store.get(PhotoKeys.original(photo.id()))
                .onErrorResume(NoSuchThing.class, gone -> store.get(PhotoKeys.picture(photo.id(), photo.copy())));
    }

    /** Written down first, so that whatever ends the work, somebody knows what to remove. */
    private Mono<Void> replace(KeptPhoto old, Copies copies, Work work) {
        String copy = UUID.randomUUID().toString();
        RedactionTable.StaleCopy before = new RedactionTable.StaleCopy(old.id(), old.copy());
        return table.stale(old.id(), copy, clock.instant().plus(MADE_WITHIN))
                .then(stored(old.id(), copy, copies))
                .then(Mono.defer(() -> served(old, copy, copies, work)))
                .then(Mono.defer(() -> remove(before)));
    }

    private Mono<Void> stored(Id photo, String copy, Copies copies) {
        String jpeg = PhotoFormat.JPEG.contentType();
        return Mono.when(
                store.put(PhotoKeys.picture(photo, copy), jpeg, copies.picture()),
                store.put(PhotoKeys.thumbnail(photo, copy), jpeg, copies.thumbnail()));
    }

    private Mono<Void> served(KeptPhoto old, String copy, Copies copies, Work work) {
        return table.serve(old, copy, copies)
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(PhotoRedactedMeanwhile::new))
                .then(table.fresh(old.id(), copy))
                .then(table.stale(old.id(), old.copy(), clock.instant()))
                .then(table.add(ids.next(old.id().district()), old.id(), work.regions(), work.by(), clock.instant()))
                .as(transaction::transactional);
    }

    /** Now; where the store does not answer the sweep does it later. */
    Mono<Void> remove(RedactionTable.StaleCopy copy) {
        return Flux.fromIterable(copy.keys())
                .concatMap(store::delete)
                .then(table.fresh(copy.photo(), copy.copy()))
                .onErrorResume(PhotoStoreAway.class, away -> {
                    LOG.warn("An old copy of photo {} stays for the sweep", copy.photo());
                    return Mono.empty();
                });
    }

    private record Work(List<Region> regions, Id by) {}
}
