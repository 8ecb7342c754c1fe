package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.volunteer.NotAVolunteer;
import io.quanmin.volunteer.Volunteers;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A volunteer who was not asked offers to look; their answer weighs less, because they chose the case themselves. */
@Component
class Offering {

    private final Reading reading;
    private final AskingTable rounds;
    private final AskTable asks;
    private final Asking asking;
    private final OwnMatter own;
    private final Volunteers volunteers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Offering(
            Reading reading,
            AskingTable rounds,
            AskTable asks,
            Asking asking,
            OwnMatter own,
            Volunteers volunteers,
            TransactionalOperator transaction,
            Clock clock) {
        this.reading = reading;
        this.rounds = rounds;
        this.asks = asks;
        this.asking = asking;
        this.own = own;
        this.volunteers = volunteers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The ask they now have; who has one already gets that. Fails with {@link NoSuchThing}, {@link NotAVolunteer}, {@link
     * NotYoursToConfirm}, and {@link AskOver} where nobody is asked any more or enough have offered.
     */
    Mono<Id> offer(Actor actor, Id caseId) {
        return reading.seen(caseId, actor)
                .map(Reading.Seen::facts)
                .filterWhen(facts -> volunteers.caresFor(actor.person(), facts.group()))
                .switchIfEmpty(Mono.error(NotAVolunteer::new))
                .filterWhen(facts -> own.of(facts, actor).map(theirs -> !theirs))
                .switchIfEmpty(Mono.error(NotYoursToConfirm::new))
                .flatMap(facts -> offer(actor, facts).as(transaction::transactional));
    }

    /** One after the other: else of two who offer at once both would be the last. */
    private Mono<Id> offer(Actor actor, Facts facts) {
        Id caseId = facts.subject().id();
        return rounds.lock(caseId)
                .filter(round -> round.open(facts.subject().now(), clock.instant()))
                .switchIfEmpty(Mono.error(AskOver::new))
                .flatMap(round -> ofRound(caseId, round)
                        .filter(all -> has(all, actor) || offers(all) < most(facts))
                        .switchIfEmpty(Mono.error(AskOver::new))
                        .flatMap(all -> asks.add(asking.ask(caseId, round, actor.person(), false)))
                        .then(Mono.defer(() -> ofRound(caseId, round))))
                .flatMapIterable(all -> all)
                .filter(ask -> actor.person().equals(ask.person()))
                .map(Ask::id)
                .next();
    }

    private Mono<List<Ask>> ofRound(Id caseId, Ask.Round round) {
        return asks.of(caseId)
                .map(AskTable.Asked::ask)
                .filter(ask -> ask.round().version() == round.version())
                .collectList();
    }

    private static int most(Facts facts) {
        return facts.rules().volunteers().asks().takers();
    }

    private static boolean has(List<Ask> all, Actor actor) {
        return all.stream().anyMatch(ask -> actor.person().equals(ask.person()));
    }

    private static long offers(List<Ask> all) {
        return all.stream().filter(ask -> !ask.invited()).count();
    }
}
