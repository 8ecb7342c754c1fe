package io.quanmin.casework;

import io.quanmin.identity.NotYourRole;
import io.quanmin.identity.People;
import io.quanmin.identity.PhoneBook;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Calls reporters back: the number for whoever has the case in hand, and what they said. */
@Component
class Calling {

    private static final int SHOWN = 20;

    private final Reading reading;
    private final Holding holding;
    private final CommandTable commands;
    private final ClosingTable closings;
    private final FeedbackTable feedback;
    private final HoldTable holds;
    private final PhoneBook phones;
    private final People people;
    private final Rulebook rulebook;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    Calling(
            Reading reading,
            Holding holding,
            CommandTable commands,
            ClosingTable closings,
            FeedbackTable feedback,
            HoldTable holds,
            PhoneBook phones,
            People people,
            Rulebook rulebook,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock) {
        this.reading = reading;
        this.holding = holding;
        this.commands = commands;
        this.closings = closings;
        this.feedback = feedback;
        this.holds = holds;
        this.phones = phones;
        this.people = people;
        this.rulebook = rulebook;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a caller needs; the whole number only for whoever has taken the case in hand. Fails with {@link NotToCall}. */
    Mono<CallSheet> sheet(Id caseId, Actor actor) {
        return toCall(caseId, actor)
                .flatMap(facts -> holding.on(List.of(caseId), actor)
                        .map(holds ->
                                holds.get(caseId) != null && holds.get(caseId).mine())
                        .flatMap(mine -> sheet(facts, actor, mine)));
    }

    private Mono<CallSheet> sheet(Facts facts, Actor actor, boolean mine) {
        CaseFile file = facts.subject();
        Id reporter = file.origin().reporter();
        return Mono.zip(
                        number(file, reporter, actor, mine).defaultIfEmpty(""),
                        name(reporter).defaultIfEmpty(""),
                        feedback.of(file.id(), SHOWN).collectList())
                .map(read -> new CallSheet(
                        read.getT2().isEmpty() ? null : read.getT2(),
                        read.getT1().isEmpty() ? null : read.getT1(),
                        mine,
                        read.getT3().stream().map(CallSheet.SaidBefore::of).toList()));
    }

    private Mono<String> number(CaseFile file, @Nullable Id reporter, Actor actor, boolean mine) {
        if (reporter == null) {
            return Mono.empty();
        }
        return mine ? phones.shown(reporter, actor, file.number()) : phones.masked(reporter);
    }

    private Mono<String> name(@Nullable Id reporter) {
        return reporter == null
                ? Mono.empty()
                : people.nicknames(Set.of(reporter))
                        .mapNotNull(names -> names.get(reporter))
                        .map(name -> name.name());
    }

    /**
     * Writes down what came of a call, once per command: a repeat counts no second time. Fails with {@link CaseHeld} while somebody
     * else has the case, with {@link NotToCall} where nobody is to be called any more.
     */
    Mono<Void> called(Id caseId, Actor actor, Command command, Call call) {
        return done(command)
                .flatMap(done -> done ? Mono.empty() : first(caseId, actor, command, call))
                .onErrorResume(
                        NotToCall.class, late -> done(command).flatMap(done -> done ? Mono.empty() : Mono.error(late)));
    }

    private Mono<Boolean> done(Command command) {
        return commands.done(command).hasElement();
    }

    private Mono<Void> first(Id caseId, Actor actor, Command command, Call call) {
        return toCall(caseId, actor)
                .then(Mono.defer(() -> holding.free(caseId, actor)))
                .then(Mono.defer(() -> rulebook.inForce(clock.instant())))
                .flatMap(rules -> commands.claim(command, caseId, clock.instant())
                        .filter(fresh -> fresh)
                        .flatMap(fresh ->
                                write(caseId, actor, call, rules.quality().callTries()))
                        .as(transaction::transactional));
    }

    private Mono<Void> write(Id caseId, Actor actor, Call call, int tries) {
        Feedback said = call.feedback(ids.next(caseId.district()), clock.instant(), actor.person());
        return closings.called(caseId, call.reached(), tries)
                .flatMap(rows -> rows == 1 ? Mono.just(rows) : Mono.error(NotToCall::new))
                .then(feedback.add(caseId, said))
                .then(Boolean.FALSE.equals(said.solved()) ? closings.doubted(caseId) : Mono.empty())
                .then(holds.end(caseId));
    }

    private Mono<Facts> toCall(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF && seen.mayKnowReporter())
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .map(Reading.Seen::facts)
                .flatMap(facts ->
                        facts.involvement().handled(actor.person()) ? Mono.error(NotYourRole::new) : Mono.just(facts))
                .flatMap(facts -> facts.assurance().called() ? Mono.just(facts) : Mono.error(NotToCall::new));
    }
}
