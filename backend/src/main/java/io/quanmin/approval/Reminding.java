package io.quanmin.approval;

import io.quanmin.kernel.Chore;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Reminds members, once on each working day, of what they took on and is overdue. */
@Component
class Reminding implements Chore {

    private static final int BATCH = 200;

    private final ActionTable actions;
    private final Announcing announcing;
    private final WorkingGroup group;
    private final Rulebook rulebook;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Reminding(
            ActionTable actions,
            Announcing announcing,
            WorkingGroup group,
            Rulebook rulebook,
            TransactionalOperator transaction,
            Clock clock) {
        this.actions = actions;
        this.announcing = announcing;
        this.group = group;
        this.rulebook = rulebook;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    /** How many were reminded; nobody before the city has opened. */
    @Override
    public Mono<Long> round() {
        Instant now = clock.instant();
        LocalDate today = group.today();
        return rulebook.inForce(now)
                .filter(rules -> !now.isBefore(rules.calendar().firstOpening(today)))
                .flatMap(rules -> remind(today))
                .defaultIfEmpty(0L);
    }

    /** How many were reminded; whoever was today already is left in peace. */
    Mono<Long> remind(LocalDate today) {
        return actions.remind(today, BATCH)
                .collectList()
                .flatMapIterable(overdue -> overdue)
                .concatMap(action -> announcing.overdue(action).thenReturn(action))
                .count()
                .as(transaction::transactional);
    }
}
