package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** The outbox in PostgreSQL: one insert in the caller's transaction, and a hint to the workers when it has committed. */
@Component
final class DurableOutbox implements Outbox {

    private final EventTable table;
    private final EventTypes types;
    private final Hints hints;
    private final Ids ids;
    private final Clock clock;

    DurableOutbox(EventTable table, EventTypes types, Hints hints, Ids ids, Clock clock) {
        this.table = table;
        this.types = types;
        this.hints = hints;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> addAll(Id subject, List<?> events) {
        return events.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> table.add(subject, written(subject, events), clock.instant())
                        .then(hintAfterCommit()));
    }

    private List<FreshEvent> written(Id subject, List<?> events) {
        return events.stream()
                .map(event -> new FreshEvent(
                        ids.next(subject.district()), EventTypes.name(event.getClass()), types.write(event)))
                .toList();
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
