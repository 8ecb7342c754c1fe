package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.media.Photos;
import io.quanmin.outbox.Outbox;
import io.quanmin.place.Places;
import io.quanmin.volunteer.Volunteers;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A volunteer answers, or changes their answer while the case has not moved on. */
@Component
class Answering {

    private final AskTable asks;
    private final CaseTable cases;
    private final Reading reading;
    private final OwnMatter own;
    private final SupporterTable supporters;
    private final WordScreening screening;
    private final CommandTable commands;
    private final Photos photos;
    private final Outbox outbox;
    private final Volunteers volunteers;
    private final Places places;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Answering(
            AskTable asks,
            CaseTable cases,
            Reading reading,
            OwnMatter own,
            SupporterTable supporters,
            WordScreening screening,
            CommandTable commands,
            Photos photos,
            Outbox outbox,
            Volunteers volunteers,
            Places places,
            TransactionalOperator transaction,
            Clock clock) {
        this.asks = asks;
        this.cases = cases;
        this.reading = reading;
        this.own = own;
        this.supporters = supporters;
        this.screening = screening;
        this.commands = commands;
        this.photos = photos;
        this.outbox = outbox;
        this.volunteers = volunteers;
        this.places = places;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Once per command: a repeat changes nothing. Fails with {@link NoSuchThing} for an ask of somebody else, with {@link AskOver}
     * and with {@link NotYoursToConfirm}.
     */
    Mono<Void> answer(Actor actor, Command command, Id askId, AnswerRequest.Given given) {
        return commands.done(command)
                .hasElement()
                .filter(done -> !done)
                .flatMap(fresh -> mine(askId, actor))
                .flatMap(asked -> answer(actor, command, asked, given));
    }

    private Mono<AskTable.Asked> mine(Id askId, Actor actor) {
        return asks.find(askId)
                .filter(asked -> actor.person().equals(asked.ask().person()))
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .filter(asked -> asked.ask().open(asked.file().now(), clock.instant()))
                .switchIfEmpty(Mono.error(AskOver::new));
    }

    private Mono<Void> answer(Actor actor, Command command, AskTable.Asked asked, AnswerRequest.Given given) {
        String note = given.note();
        Mono<Screening> words = note == null ? Mono.just(Screening.PASSED) : screening.judge(actor, note);
        return reading.facts(asked.file().id())
                .filterWhen(facts -> own.of(facts, actor).map(theirs -> !theirs))
                .switchIfEmpty(Mono.error(NotYoursToConfirm::new))
                .delayUntil(facts -> words)
                .flatMap(facts -> weighed(actor, facts, asked.ask(), given))
                .flatMap(
                        answered -> write(actor, command, asked.ask(), answered).as(transaction::transactional));
    }

    private Mono<Ask.Answered> weighed(Actor actor, Facts facts, Ask ask, AnswerRequest.Given given) {
        Double distance = distance(facts.subject().origin().place(), given.point());
        boolean photo = !given.photos().isEmpty();
        return Mono.zip(
                        asks.past(actor.person()),
                        supporters.support(facts.subject().id(), actor.person().toString()))
                .map(read -> Weighing.weight(
                        facts.rules().volunteers().weights(),
                        photo,
                        distance,
                        read.getT2().supported(),
                        ask.invited(),
                        read.getT1()))
                .map(weight -> new Ask.Answered(given.answer(), now(), given.note(), given.photos(), distance, weight));
    }

    private Instant now() {
        return clock.instant();
    }

    /** In whole metres: what is kept of where somebody was. */
    private @Nullable Double distance(CasePlace place, @Nullable GeoPoint point) {
        GeoPoint problem = place.point();
        return point == null || problem == null
                ? null
                : (double) Math.round(Sphere.metres(places.toWgs84(point), problem));
    }

    /** Asked again while the case stands still: it may have moved on since the words were read. */
    private Mono<Void> write(Actor actor, Command command, Ask ask, Ask.Answered answered) {
        return commands.claim(command, ask.caseId(), answered.at())
                .filter(fresh -> fresh)
                .delayUntil(fresh -> cases.hold(ask.caseId()).then(Mono.defer(() -> mine(ask.id(), actor))))
                .flatMap(fresh -> asks.answer(ask.id(), answered)
                        .then(photos.attach(answered.photos(), actor.person(), ask.caseId()))
                        .then(ask.answered() == null ? volunteers.answered(actor.person()) : Mono.empty())
                        .then(outbox.add(ask.caseId(), new CaseEvent.Answered(ask.caseId(), ask.id()))));
    }
}
