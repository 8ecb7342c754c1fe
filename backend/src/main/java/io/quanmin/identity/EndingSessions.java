package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends sessions at once: in PostgreSQL with an event, then in the cache and for those who hold connections open. */
@Component
final class EndingSessions {

    private static final int AT_ONCE = 8;

    private final SessionTable table;
    private final SessionCache cache;
    private final Revocations revocations;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    EndingSessions(
            SessionTable table,
            SessionCache cache,
            Revocations revocations,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.table = table;
        this.cache = cache;
        this.revocations = revocations;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends one; again is the same. */
    Mono<Void> end(Id session) {
        return table.revoke(session, clock.instant())
                .flatMap(ended -> written(ended).thenReturn(ended))
                .as(transaction::transactional)
                .flatMap(this::forget);
    }

    /** Ends all of a person's. Joins the caller's transaction; pass what it answers to {@link #tell} once that has committed. */
    Mono<List<EndedSession>> write(Id person) {
        return table.revokeAll(person, clock.instant())
                .concatMap(ended -> written(ended).thenReturn(ended))
                .collectList();
    }

    /** Empties the cache of ended sessions and tells all nodes. */
    Mono<Void> tell(List<EndedSession> ended) {
        return Flux.fromIterable(ended).flatMap(this::forget, AT_ONCE).then();
    }

    /** Makes the next request of each of a person's sessions read anew who they are, because something about them changed. */
    Mono<Void> refresh(Id person) {
        return table.hashes(person)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(cache::forget, AT_ONCE)
                .then();
    }

    private Mono<Void> written(EndedSession ended) {
        return outbox.add(ended.person(), new PersonEvent.SessionEnded(ended.person(), ended.id()));
    }

    private Mono<Void> forget(EndedSession ended) {
        return cache.forget(ended.tokenHash()).then(revocations.tell(ended.id()));
    }
}
