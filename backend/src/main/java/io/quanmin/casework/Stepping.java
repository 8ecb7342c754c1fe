package io.quanmin.casework;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.notice.Notice;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a case one step on: read, decide, write under a guard. */
@Component
class Stepping {

    private final Reading reading;
    private final Viewing viewing;
    private final WordScreening screening;
    private final CommandTable commands;
    private final CaseTable cases;
    private final StepWriting writing;
    private final CaseworkSettings settings;
    private final CitySettings city;
    private final Clock clock;

    Stepping(
            Reading reading,
            Viewing viewing,
            WordScreening screening,
            CommandTable commands,
            CaseTable cases,
            StepWriting writing,
            CaseworkSettings settings,
            CitySettings city,
            Clock clock) {
        this.reading = reading;
        this.viewing = viewing;
        this.screening = screening;
        this.commands = commands;
        this.cases = cases;
        this.writing = writing;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Takes a step, once per command: a repeat is answered with the same case.
     *
     * @return the case's id; fails with {@link StaleCase} when somebody was faster, with {@link StepNotAllowed} or another refusal
     *     of {@link Policy}, and then nothing is written
     */
    Mono<Id> step(Turn turn) {
        return commands.done(turn.command()).switchIfEmpty(Mono.defer(() -> first(turn)));
    }

    private Mono<Id> first(Turn turn) {
        return reading.seen(turn.caseId(), turn.actor())
                .flatMap(seen ->
                        seen.subject().now().version() == turn.version() ? decided(turn, seen.facts()) : Mono.empty())
                .switchIfEmpty(Mono.defer(() -> overtaken(turn)));
    }

    /** Empty when somebody else moved the case meanwhile. */
    private Mono<Id> decided(Turn turn, Facts read) {
        return Mono.zip(words(turn), withTarget(turn, read)).flatMap(all -> carryOut(turn, all.getT2(), all.getT1()));
    }

    private Mono<Screening> words(Turn turn) {
        String words = turn.citizensWords();
        return words == null ? Mono.just(Screening.PASSED) : screening.judge(turn.actor(), words);
    }

    /** The case to merge into, where that is what somebody wants and they may see it. */
    private Mono<Facts> withTarget(Turn turn, Facts facts) {
        return turn.move() instanceof Move.Merge merge
                ? reading.seen(merge.into(), turn.actor())
                        .map(target -> facts.with(target.subject()))
                        .onErrorReturn(NoSuchThing.class, facts)
                : Mono.just(facts);
    }

    private Mono<Id> carryOut(Turn turn, Facts facts, Screening words) {
        return switch (Deciding.decide(facts, turn.actor(), turn.move(), words, clock.instant())) {
            case Decision.Refused refused -> Mono.error(refused.problem());
            case Decision.Taken taken ->
                notices(facts, taken).flatMap(notices -> writing.write(turn, facts, taken, notices));
        };
    }

    private Mono<List<Notice>> notices(Facts facts, Decision.Taken taken) {
        return cases.followers(facts.subject().id())
                .collectList()
                .map(followers -> new Tidings(
                                facts.subject().now(),
                                taken.next(),
                                facts,
                                followers,
                                settings.emergencyUnit(),
                                city.zone())
                        .of(taken.steps()));
    }

    /** Either by the same command sent twice, which is answered, or by somebody else, of which the person is told. */
    private Mono<Id> overtaken(Turn turn) {
        return commands.done(turn.command())
                .switchIfEmpty(Mono.defer(() -> viewing.view(turn.caseId(), turn.actor())
                        .flatMap(current -> Mono.error(new StaleCase(current)))));
    }
}
