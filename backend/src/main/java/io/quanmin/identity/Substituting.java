package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Says who is away and who stands in for them: oneself, or who leads their unit. It ends by itself. */
@Component
final class Substituting {

    private final AbsenceTable table;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    Substituting(AbsenceTable table, TransactionalOperator transaction, Ids ids, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** One's own that are not over, those one stands in for, and for who leads a unit all of it; the first to begin first. */
    Mono<List<AbsenceView>> known(Actor actor) {
        return table.known(actor.person(), led(actor), clock.instant()).collectList();
    }

    /** Colleagues who could stand in for somebody. */
    Mono<List<AbsenceView.Colleague>> candidates(Actor actor, Id staff) {
        return theirs(actor, staff)
                .flatMap(away -> table.candidates(away.staff()).collectList());
    }

    /**
     * Writes an absence down. Fails with {@link SubstituteUnfit} and with {@link AbsenceOverlaps}: of two that would make a loop
     * and come at once the second is refused.
     */
    Mono<Id> away(Actor actor, AbsenceRequest.Known absence) {
        Id staff = absence.staff() == null ? Objects.requireNonNull(actor.staff()) : absence.staff();
        return theirs(actor, staff)
                .flatMap(away -> table.candidates(staff)
                        .filter(each -> each.id().equals(absence.substitute()))
                        .next()
                        .switchIfEmpty(Mono.error(SubstituteUnfit::new))
                        .then(Mono.defer(() -> write(actor, away, absence))))
                .as(transaction::transactional);
    }

    private Mono<Id> write(Actor actor, AbsenceTable.Serving away, AbsenceRequest.Known absence) {
        Id id = ids.next(away.staff().district());
        return table.lock(away.staff(), absence.substitute())
                .flatMap(substitute -> table.overlaps(away.person(), substitute, absence.from(), absence.until())
                        .flatMap(overlaps -> overlaps ? Mono.error(new AbsenceOverlaps()) : Mono.just(substitute)))
                .flatMap(substitute ->
                        table.add(id, away.person(), substitute, absence.from(), absence.until(), actor.person()))
                .thenReturn(id);
    }

    /** Back earlier, or not away at all. */
    Mono<Void> back(Actor actor, Id absence) {
        Instant now = clock.instant();
        return table.end(absence, actor.person(), led(actor), now)
                .flatMap(rows -> rows == 0 ? Mono.error(NoSuchThing::new) : Mono.empty());
    }

    /** Oneself, or somebody of the unit one leads; {@link NoSuchThing} for others. */
    private Mono<AbsenceTable.Serving> theirs(Actor actor, Id staff) {
        return table.serving(staff)
                .filter(found -> found.person().equals(actor.person())
                        || (found.unit() != null && found.unit().equals(led(actor))))
                .switchIfEmpty(Mono.error(NoSuchThing::new));
    }

    private static @Nullable Id led(Actor actor) {
        return actor.is(Role.LEADER) ? actor.unit() : null;
    }
}
