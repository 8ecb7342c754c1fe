package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.rulebook.FlowTable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a case one step on: read, decide, write under a guard. */
@Component
class Stepping {

    private static final Set<String> CITIZENS = Set.of(FlowTable.Step.REPORTER, "HOLDER", "CITIZEN");
    private static final int AGAIN = 3;

    private final Reading reading;
    private final Viewing viewing;
    private final WordScreening screening;
    private final CommandTable commands;
    private final Proving proving;
    private final Telling telling;
    private final StepWriting writing;
    private final Holding holding;
    private final Clock clock;

    Stepping(
            Reading reading,
            Viewing viewing,
            WordScreening screening,
            CommandTable commands,
            Proving proving,
            Telling telling,
            StepWriting writing,
            Holding holding,
            Clock clock) {
        this.reading = reading;
        this.viewing = viewing;
        this.screening = screening;
        this.commands = commands;
        this.proving = proving;
        this.telling = telling;
        this.writing = writing;
        this.holding = holding;
        this.clock = clock;
    }

    /**
     * Takes a step, once per command: a repeat is answered with the same case.
     *
     * @return the case's id; fails with {@link StaleCase} when somebody was faster, with {@link StepNotAllowed} or another refusal
     *     of {@link Policy}, and then nothing is written
     */
    Mono<Id> step(Turn turn) {
        return Mono.defer(() -> attempt(turn))
                .repeatWhenEmpty(times -> times.take(AGAIN))
                .switchIfEmpty(Mono.defer(() -> overtaken(turn)));
    }

    /** Who was overtaken by steps that left the case where it is decides anew on what is there now. */
    private Mono<Id> attempt(Turn turn) {
        return commands.done(turn.command()).switchIfEmpty(Mono.defer(() -> first(turn)));
    }

    private Mono<Id> first(Turn turn) {
        return reading.seen(turn.caseId(), turn.actor())
                .filter(seen -> turn.holds(seen.facts()))
                .flatMap(seen -> decided(turn.at(seen.subject().now().version()), seen.facts()));
    }

    /** Empty when somebody else moved the case meanwhile. */
    private Mono<Id> decided(Turn turn, Facts read) {
        return Mono.zip(words(turn), withTarget(turn, read).flatMap(facts -> proving.with(turn, facts)))
                .flatMap(all -> carryOut(turn, all.getT2(), all.getT1()));
    }

    private Mono<Screening> words(Turn turn) {
        String words = turn.wordsForOthers();
        return words == null ? Mono.just(Screening.PASSED) : screening.judge(turn.actor(), words);
    }

    /** The case to merge into, where that is what somebody wants and they may see it. */
    private Mono<Facts> withTarget(Turn turn, Facts facts) {
        return turn.move() instanceof Move.Merge merge
                ? reading.seen(merge.into(), turn.actor())
                        .flatMap(target -> reportedToo(target) ? Mono.error(new OwnCase(List.of())) : Mono.just(target))
                        .map(target -> facts.with(target.subject()))
                        .onErrorReturn(NoSuchThing.class, facts)
                : Mono.just(facts);
    }

    /** What the actor reported goes on in it. */
    private static boolean reportedToo(Reading.Seen target) {
        return target.facts().assurance().reportedToo();
    }

    private Mono<Id> carryOut(Turn turn, Facts facts, Screening words) {
        return switch (Deciding.decide(facts, turn.actor(), turn.move(), words, clock.instant())) {
            case Decision.Refused refused -> Mono.error(refused.problem());
            case Decision.Taken taken ->
                free(turn, taken)
                        .then(Mono.defer(() -> telling.of(facts, taken)))
                        .flatMap(notices -> writing.write(turn, facts, taken, notices));
        };
    }

    /** Citizens and the service wait for nobody; a step that only presses comes between no two. */
    private Mono<Void> free(Turn turn, Decision.Taken taken) {
        TakenStep step = taken.steps().getFirst();
        boolean work = !step.stayed() || step.name().equals("uphold");
        return turn.actor().staff() != null && !CITIZENS.contains(step.capacity()) && work
                ? holding.free(turn.caseId(), turn.actor())
                : Mono.empty();
    }

    /** Either by the same command sent twice, which is answered, or by somebody else, of which the person is told. */
    private Mono<Id> overtaken(Turn turn) {
        return commands.done(turn.command())
                .switchIfEmpty(Mono.defer(() -> missed(turn)))
                .switchIfEmpty(Mono.defer(() -> viewing.view(turn.caseId(), turn.actor())
                        .flatMap(current -> Mono.error(new StaleCase(current)))));
    }

    /** Who claims, or holds a claim, is told what became of it. */
    private Mono<Id> missed(Turn turn) {
        return reading.facts(turn.caseId())
                .mapNotNull(facts -> new Claiming(facts, clock.instant())
                        .missed(turn.actor(), turn.move())
                        .orElse(null))
                .flatMap(Mono::error);
    }
}
