package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.notice.Notices;
import io.quanmin.rulebook.VolunteerRules;
import io.quanmin.volunteer.Volunteers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks volunteers when a case comes to a stage at which they can help, and asks no more when it moves on. */
@Component
class Asking {

    /** More reporters of one problem than this are not looked at one by one; whoever of them answers is recognised then. */
    private static final int MOST_FOLLOWERS = 1_000;

    private final Reading reading;
    private final CaseTable cases;
    private final AskingTable rounds;
    private final AskTable asks;
    private final Volunteers volunteers;
    private final People people;
    private final Notices notices;
    private final Ids ids;
    private final TransactionalOperator transaction;
    private final AskWords words;
    private final Clock clock;

    Asking(
            Reading reading,
            CaseTable cases,
            AskingTable rounds,
            AskTable asks,
            Volunteers volunteers,
            People people,
            Notices notices,
            Ids ids,
            TransactionalOperator transaction,
            AskWords words,
            Clock clock) {
        this.reading = reading;
        this.cases = cases;
        this.rounds = rounds;
        this.asks = asks;
        this.volunteers = volunteers;
        this.people = people;
        this.notices = notices;
        this.ids = ids;
        this.transaction = transaction;
        this.words = words;
        this.clock = clock;
    }

    /** A case moved by a step. Again is the same. */
    Mono<Void> moved(CaseEvent.Stepped event) {
        return event.to().equals(event.from())
                ? Mono.empty()
                : reading.facts(event.caseId())
                        .flatMap(facts -> closed(event, facts).then(arrived(event, facts)));
    }

    /** What a person decided tells how right the answers were; what the service concluded from them does not. */
    private Mono<Void> closed(CaseEvent.Stepped event, Facts facts) {
        boolean byPerson =
                facts.history().stream().anyMatch(step -> step.version() == event.version() && step.by() != null);
        return rounds.close(event.caseId(), event.version(), event.at())
                .collectList()
                .flatMapIterable(closed -> closed)
                .concatMap(round -> Mono.justOrEmpty(round.about().borneOutBy(event.step()))
                        .filter(right -> byPerson)
                        .flatMap(right -> asks.settle(event.caseId(), round.version(), right)))
                .then();
    }

    /** Nobody is sent to what is dangerous, and nobody asked about what has moved on meanwhile. */
    private Mono<Void> arrived(CaseEvent.Stepped event, Facts facts) {
        VolunteerRules.Asks rule = facts.rules().volunteers().asks();
        Instant now = clock.instant();
        return Mono.justOrEmpty(About.at(event.to()))
                .filter(about -> rule.people() > 0 && !facts.subject().now().dangerous())
                .filter(about -> facts.arrivedBy(event.version()))
                .map(about -> new Ask.Round(event.version(), about, now, now.plus(rule.lasts()), null))
                .flatMap(round -> open(facts, round).as(transaction::transactional));
    }

    private Mono<Void> open(Facts facts, Ask.Round round) {
        return rounds.open(facts.subject().id(), round)
                .filter(fresh -> fresh)
                .flatMap(fresh -> concerned(facts))
                .flatMapMany(concerned -> volunteers.call(call(facts, round, concerned)))
                .collectList()
                .flatMap(called -> ask(facts, round, called));
    }

    private static Volunteers.Call call(Facts facts, Ask.Round round, Set<Id> concerned) {
        CasePlace place = facts.subject().origin().place();
        return new Volunteers.Call(
                place.area(),
                place.point(),
                facts.group(),
                concerned,
                facts.rules().volunteers().asks(),
                round.openedAt());
    }

    private Mono<Void> ask(Facts facts, Ask.Round round, List<Id> called) {
        List<Ask> fresh = called.stream()
                .map(person -> ask(facts.subject().id(), round, person, true))
                .toList();
        return Flux.fromIterable(fresh)
                .concatMap(asks::add)
                .then(Mono.defer(() -> notices.tellAll(
                        fresh.stream().map(ask -> words.notice(facts, ask)).toList())));
    }

    Ask ask(Id caseId, Ask.Round round, Id person, boolean invited) {
        return new Ask(ids.next(caseId.district()), caseId, round, person, invited, clock.instant(), null);
    }

    /** Whose own matter it is: who reported it, by whom it went, and whoever serves in the unit that has it. */
    private Mono<Set<Id>> concerned(Facts facts) {
        Id unit = facts.subject().now().unit();
        Flux<Id> unitStaff = unit == null ? Flux.empty() : Flux.concat(people.onDuty(unit), people.leaders(unit));
        return Flux.concat(
                        Flux.fromIterable(facts.involvement().involved()),
                        cases.followers(facts.subject().id(), MOST_FOLLOWERS),
                        unitStaff)
                .collect(Collectors.toSet());
    }
}
