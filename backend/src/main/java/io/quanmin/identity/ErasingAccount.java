package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.Outbox;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases a person: every module forgets them, in one transaction; what the city must keep stays without them. */
@Component
final class ErasingAccount {

    private final StaffTable staff;
    private final IdentityDataTable table;
    private final IdentityData identity;
    private final ObjectProvider<PersonalData> keepers;
    private final EndingSessions sessions;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    ErasingAccount(
            StaffTable staff,
            IdentityDataTable table,
            IdentityData identity,
            ObjectProvider<PersonalData> keepers,
            EndingSessions sessions,
            Outbox outbox,
            TransactionalOperator transaction) {
        this.staff = staff;
        this.table = table;
        this.identity = identity;
        this.keepers = keepers;
        this.sessions = sessions;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Fails with {@link StaffAccountStays} for who serves the city. */
    Mono<Void> erase(Id person) {
        return citizenOnly(person)
                .then(Mono.defer(() -> table.lock(person)))
                .then(Mono.defer(() -> forget(person)))
                .then(Mono.defer(() -> ended(person)))
                .as(transaction::transactional)
                .flatMap(sessions::tell);
    }

    private Mono<Void> citizenOnly(Id person) {
        return staff.serves(person).flatMap(serves -> serves ? Mono.error(new StaffAccountStays()) : Mono.empty());
    }

    private Mono<Void> forget(Id person) {
        List<PersonalData> others = keepers.stream()
                .filter(keeper -> !(keeper instanceof IdentityData))
                .toList();
        return Flux.fromIterable(others)
                .concatMap(keeper -> keeper.erase(person))
                .then(Mono.defer(() -> identity.erase(person)));
    }

    private Mono<List<EndedSession>> ended(Id person) {
        return outbox.add(person, new PersonEvent.Erased(person)).then(sessions.write(person));
    }
}
