package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** The outbox in PostgreSQL: one insert in the caller's transaction, and a hint to the workers when it has committed. */
@Component
final class DurableOutbox implements Outbox {

    private final EventTable events;
    private final EventTypes types;
    private final Hints hints;
    private final Ids ids;
    private final Clock clock;

    DurableOutbox(EventTable events, EventTypes types, Hints hints, Ids ids, Clock clock) {
        this.events = events;
        this.types = types;
        this.hints = hints;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> add(Id subject, Object event) {
        return Mono.defer(() -> {
            Id id = ids.next(subject.district());
            String name = EventTypes.name(event.getClass());
            return events.add(id, subject, name, types.write(event), clock.instant())
                    .then(hintAfterCommit());
        });
    }

    /** Not within the transaction: a NOTIFY there takes a lock that all commits share. */
    private Mono<Void> hintAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new HintAfterCommit()))
                .then()
                .onErrorResume(NoTransactionException.class, alone -> hint());
    }

    private Mono<Void> hint() {
        return Mono.fromRunnable(hints::give);
    }

    private final class HintAfterCommit implements TransactionSynchronization {

        @Override
        public Mono<Void> afterCommit() {
            return hint();
        }
    }
}
