package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.rulebook.Rules;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the books of quality as cases move: what was closed, what came of inspecting it again, what reporters said of it. */
@Component
class Aftercare {

    private static final String CLOSED = "closed";

    private final ClosingTable closings;
    private final FeedbackTable feedback;
    private final HoldTable holds;
    private final Ids ids;

    Aftercare(ClosingTable closings, FeedbackTable feedback, HoldTable holds, Ids ids) {
        this.closings = closings;
        this.feedback = feedback;
        this.holds = holds;
        this.ids = ids;
    }

    /** Part of the transaction that moves a case by steps. */
    Mono<Void> of(CaseFile next, List<TakenStep> steps, Rules rules) {
        return Flux.fromIterable(steps)
                .concatMap(step -> letGo(next.id(), step).then(book(next, step, rules)))
                .then();
    }

    /** Where the case has gone on, nobody is at work on what it was. */
    private Mono<Void> letGo(Id caseId, TakenStep step) {
        return step.stayed() && !step.name().equals("uphold") ? Mono.empty() : holds.end(caseId);
    }

    private Mono<Void> book(CaseFile next, TakenStep step, Rules rules) {
        return switch (step.name()) {
            case "rate" -> rated(next, step, rules);
            case "uphold" -> closings.upheld(next.id());
            case "overturn" -> closings.again(next.id(), "OVERTURNED");
            case "reopen" -> closings.again(next.id(), null);
            default -> closed(next, step, rules);
        };
    }

    /** Cases that began before the city looked at closed ones again are left as they are. */
    private Mono<Void> closed(CaseFile next, TakenStep step, Rules rules) {
        boolean closes = step.to().equals(CLOSED) && !step.stayed();
        return closes && rules.flow().step(CLOSED, "uphold").isPresent() ? closings.add(next.id(), step) : Mono.empty();
    }

    private Mono<Void> rated(CaseFile next, TakenStep step, Rules rules) {
        Rating rating = next.now().rating();
        return rating == null
                ? Mono.empty()
                : feedback.add(
                        next.id(),
                        Feedback.rated(
                                ids.next(next.id().district()),
                                rating,
                                rules.quality().satisfiedFrom(),
                                step));
    }
}
