package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what is shown with a case beside the case itself, as far as somebody may see it. */
@Component
class Enclosing {

    private final SupporterTable supporters;
    private final ResultTable results;
    private final CaseTable cases;
    private final Answers answers;
    private final Holding holding;
    private final Advising advising;
    private final FormAnswerTable formAnswers;

    Enclosing(
            SupporterTable supporters,
            ResultTable results,
            CaseTable cases,
            Answers answers,
            Holding holding,
            Advising advising,
            FormAnswerTable formAnswers) {
        this.supporters = supporters;
        this.results = results;
        this.cases = cases;
        this.answers = answers;
        this.holding = holding;
        this.advising = advising;
        this.formAnswers = formAnswers;
    }

    Mono<Enclosures> with(Reading.Seen seen) {
        Actor actor = seen.actor();
        String viewer = actor == null ? "" : actor.person().toString();
        return with(seen, supporters.support(seen.subject().id(), viewer), answers.of(seen));
    }

    /** With a reporter's own case as it was just read: neither who supports it nor what volunteers answered is looked up. */
    Mono<Enclosures> withOwn(Reading.Seen seen) {
        return with(seen, Mono.just(Support.NONE), Mono.just(List.of()));
    }

    private Mono<Enclosures> with(Reading.Seen seen, Mono<Support> support, Mono<List<AskingView>> asks) {
        Mono<List<FormAnswers.Answered>> answered =
                formAnswers.of(seen.subject(), seen.facts().rules(), seen.sight());
        return Mono.zip(support, check(seen), asks, hold(seen), advising.advice(seen), answered)
                .map(read -> new Enclosures(
                        read.getT1(),
                        read.getT2().orElse(null),
                        read.getT3(),
                        read.getT4().orElse(null),
                        read.getT5().orElse(null),
                        read.getT6()));
    }

    /** For staff, and for who brought it. */
    private Mono<Optional<CheckView>> check(Reading.Seen seen) {
        boolean staff = seen.sight() == Sight.STAFF;
        return staff || seen.holds()
                ? results.last(seen.subject().id())
                        .flatMap(checked -> twin(checked, staff).map(twin -> CheckView.of(checked, twin.orElse(null))))
                        .singleOptional()
                : Mono.just(Optional.empty());
    }

    private Mono<Optional<CaseFile>> twin(Result.Checked checked, boolean staff) {
        return Mono.justOrEmpty(checked.twin())
                .filter(twin -> staff)
                .flatMap(cases::find)
                .singleOptional();
    }

    private Mono<Optional<HoldView>> hold(Reading.Seen seen) {
        Actor actor = seen.actor();
        return actor == null || seen.sight() != Sight.STAFF
                ? Mono.just(Optional.empty())
                : holding.on(List.of(seen.subject().id()), actor)
                        .map(holds ->
                                Optional.ofNullable(holds.get(seen.subject().id())));
    }

    /** What was found. */
    record Enclosures(
            Support support,
            @Nullable CheckView check,
            List<AskingView> asks,
            @Nullable HoldView hold,
            @Nullable SuggestionView advice,
            List<FormAnswers.Answered> answered) {}
}
