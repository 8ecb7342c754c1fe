package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Confirms a report by what volunteers answered, where the rulebook is content with that. Never what is dangerous, and never a
 * repair: that is passed by a person.
 */
@Component
class Concluding {

    /** An alarm may go off in between; that a case moves so often while it is read does not happen. */
    private static final int ATTEMPTS = 5;

    private final Reading reading;
    private final AskingTable rounds;
    private final AskTable asks;
    private final OwnMatter own;
    private final Telling telling;
    private final StepWriting writing;
    private final Clock clock;

    Concluding(
            Reading reading,
            AskingTable rounds,
            AskTable asks,
            OwnMatter own,
            Telling telling,
            StepWriting writing,
            Clock clock) {
        this.reading = reading;
        this.rounds = rounds;
        this.asks = asks;
        this.own = own;
        this.telling = telling;
        this.writing = writing;
        this.clock = clock;
    }

    /** Looks at a case anew after an answer; again is the same. */
    Mono<Void> conclude(Id caseId) {
        return attempt(caseId)
                .expand(moved -> moved ? Mono.empty() : attempt(caseId))
                .take(ATTEMPTS)
                .then();
    }

    /** False when somebody else moved the case meanwhile; empty when there is nothing to conclude. */
    private Mono<Boolean> attempt(Id caseId) {
        return reading.facts(caseId)
                .flatMap(facts -> Mono.zip(
                                rounds.current(caseId), asks.of(caseId).collectList())
                        .flatMap(read -> conclude(facts, read.getT1(), read.getT2())));
    }

    private Mono<Boolean> conclude(Facts facts, Ask.Round round, List<AskTable.Asked> all) {
        List<Ask> ofRound = all.stream()
                .map(AskTable.Asked::ask)
                .filter(ask -> ask.round().version() == round.version())
                .toList();
        return own.among(facts, ofRound)
                .map(involved -> Tally.of(ofRound, involved))
                .flatMap(tally -> Mono.justOrEmpty(Conclusion.of(facts, round, tally)))
                .flatMap(confirm -> Mono.justOrEmpty(Deciding.ofService(facts, confirm, clock.instant())))
                .flatMap(taken -> telling.of(facts, taken).flatMap(notices -> writing.write(facts, taken, notices)));
    }
}
