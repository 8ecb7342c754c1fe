package io.quanmin.casework;

import io.quanmin.identity.Call;
import io.quanmin.identity.Hotline;
import io.quanmin.identity.People;
import io.quanmin.identity.RateLimits;
import io.quanmin.identity.TooOften;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.KeyReused;
import io.quanmin.kernel.Role;
import io.quanmin.kernel.TextNotFit;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes a citizen's report in. */
@Component
class Reporting {

    private final RateLimits limits;
    private final Hotline hotline;
    private final WordScreening screening;
    private final Placing placing;
    private final Rulebook rulebook;
    private final People people;
    private final Numbering numbering;
    private final CommandTable commands;
    private final Reading reading;
    private final Proving proving;
    private final FilingTable filing;
    private final ResultTable results;
    private final FormAnswerTable answers;
    private final Journal journal;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;
    private final CaseworkSettings settings;
    private final CitySettings city;

    @SuppressWarnings("TooManyParameters") // a report touches every neighbour once
    Reporting(
            RateLimits limits,
            Hotline hotline,
            WordScreening screening,
            Placing placing,
            Rulebook rulebook,
            People people,
            Numbering numbering,
            CommandTable commands,
            Reading reading,
            Proving proving,
            FilingTable filing,
            ResultTable results,
            FormAnswerTable answers,
            Journal journal,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock,
            CaseworkSettings settings,
            CitySettings city) {
        this.limits = limits;
        this.hotline = hotline;
        this.screening = screening;
        this.placing = placing;
        this.rulebook = rulebook;
        this.people = people;
        this.numbering = numbering;
        this.commands = commands;
        this.reading = reading;
        this.proving = proving;
        this.filing = filing;
        this.results = results;
        this.answers = answers;
        this.journal = journal;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.city = city;
    }

    /**
     * Makes a case of a report, once per command: a repeat is answered with the same case.
     *
     * @return the case; fails with {@link TextNotFit}, {@link KeyReused}, {@code InvalidFields}, {@code TooOften} or
     *     {@code PhotosNotYours}, and then nothing is written
     */
    Mono<Facts> report(Actor actor, Command command, Report report) {
        return limits.take(RateLimits.Kind.REPORT, actor.person().toString())
                .then(Mono.defer(() -> made(actor, command, new Origins(report, actor.person(), Role.CITIZEN))))
                .onErrorResume(TooOften.class, tooOften -> done(command).switchIfEmpty(Mono.error(tooOften)));
    }

    /**
     * Makes a case of what a caller said and a clerk wrote down, once per command: the case is the caller's. Who they are and what
     * they agreed to is written down with the case or not at all.
     */
    Mono<Facts> onBehalf(Actor clerk, Command command, Report report, Call call) {
        Role role = Stream.of(Role.HOTLINE_CLERK, Role.REVIEWER)
                .filter(clerk::is)
                .findFirst()
                .orElse(Role.DISPATCHER);
        return done(command)
                .switchIfEmpty(Mono.defer(() -> draft(clerk, new Origins(report, clerk.person(), role))
                        .flatMap(draft -> write(command, draft, call))))
                .switchIfEmpty(Mono.defer(() -> done(command)));
    }

    /**
     * The number is locked to the end: whoever binds it at the same moment waits, and then finds the case. Empty, and nothing
     * written, when the command was carried out before.
     */
    private Mono<Facts> write(Command command, Draft draft, Call call) {
        return hotline.caller(call)
                .flatMap(caller -> write(command, draft.of(caller)))
                .switchIfEmpty(Mono.error(Repeated::new))
                .as(transaction::transactional)
                .onErrorResume(Repeated.class, repeated -> Mono.empty());
    }

    private Mono<Facts> made(Actor writer, Command command, Origins origins) {
        return draft(writer, origins)
                .flatMap(draft -> write(command, draft))
                .switchIfEmpty(Mono.defer(() -> done(command)));
    }

    private Mono<Facts> done(Command command) {
        return commands.done(command).flatMap(reading::facts);
    }

    /** Everything that is asked of others, before the transaction. */
    private Mono<Draft> draft(Actor writer, Origins origins) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Report report = origins.report();
        return Mono.zip(
                        screening.judge(writer, report.words()),
                        placing.place(report.spot()),
                        rulebook.inForce(now),
                        people.units())
                .map(read -> new Draft.Findings(
                        origins.reporter(),
                        new Draft.Writer(writer.person(), origins.role()),
                        report,
                        read.getT1(),
                        read.getT2(),
                        read.getT3(),
                        read.getT4(),
                        null,
                        now))
                .doOnNext(Draft.Findings::check)
                .flatMap(this::proven)
                .flatMap(this::numbered);
    }

    /** A report that says it is solved brings photos that are checked like any result. */
    private Mono<Draft.Findings> proven(Draft.Findings findings) {
        return findings.report().solved()
                ? proving.of(
                                findings.reporter(),
                                findings.report(),
                                findings.rules().claims(),
                                findings.placed().place().point())
                        .map(findings::with)
                        .flatMap(found -> Claiming.reported(found)
                                .fault()
                                .<Mono<Draft.Findings>>map(Mono::error)
                                .orElseGet(() -> Mono.just(found)))
                : Mono.just(findings);
    }

    /** What is reported, by whom, and in what role it is written down. */
    private record Origins(Report report, Id reporter, Role role) {}

    private Mono<Draft> numbered(Draft.Findings findings) {
        String district = findings.placed().district();
        return numbering.next(district, findings.now()).map(number -> Draft.of(findings, ids.next(district), number));
    }

    private Mono<Void> keepResult(Draft draft) {
        return Mono.justOrEmpty(draft.checked())
                .flatMap(checked -> results.add(draft.file().id(), 1, checked));
    }

    /** Takes back what was written down of a caller whose case is there already; never leaves this class. */
    private static final class Repeated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Repeated() {
            super("The command was carried out before", null, false, false);
        }
    }

    /** Empty when the command was carried out before. */
    private Mono<Facts> write(Command command, Draft draft) {
        Journal.Entry entry = draft.entry(settings.emergencyUnit(), city.zone());
        return filing.file(command, draft.file(), draft.stage(), draft.step(), entry.brought())
                .filter(fresh -> fresh)
                .flatMap(fresh -> answers.add(
                                draft.file(),
                                draft.findings().report().answers().given())
                        .then(Mono.defer(() -> journal.tell(entry)))
                        .then(keepResult(draft))
                        .thenReturn(draft.facts()))
                .as(transaction::transactional);
    }
}
