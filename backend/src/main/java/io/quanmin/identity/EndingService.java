package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends somebody's service: their roles, desk login and sessions are over at once; what they did keeps their name. */
@Component
final class EndingService {

    private final StaffTable staff;
    private final EndingSessions sessions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    EndingService(StaffTable staff, EndingSessions sessions, TransactionalOperator transaction, Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fails with {@code NoSuchThing} when nobody serves by this id. */
    Mono<Void> end(Id who) {
        return staff.leave(who, clock.instant())
                .transform(Reactive.orFail(NoSuchThing::new))
                .flatMap(sessions::write)
                .as(transaction::transactional)
                .flatMap(sessions::tell);
    }
}
