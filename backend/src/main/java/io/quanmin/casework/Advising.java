package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.suggestion.Likely;
import io.quanmin.suggestion.Offer;
import io.quanmin.suggestion.Suggestions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what is suggested for a case to those who review and dispatch it, while there is something to decide. */
@Component
class Advising {

    private final Suggestions suggestions;

    Advising(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    Mono<Optional<SuggestionView>> advice(Reading.Seen seen) {
        return concerns(seen)
                ? suggestions
                        .of(seen.subject().id())
                        .flatMap(offer -> Mono.justOrEmpty(view(seen.facts(), offer)))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    private static boolean concerns(Reading.Seen seen) {
        Actor actor = seen.actor();
        return seen.sight() == Sight.STAFF
                && actor != null
                && actor.is(Role.REVIEWER, Role.DISPATCHER)
                && seen.facts().isOpen(seen.subject());
    }

    private static Optional<SuggestionView> view(Facts facts, Offer offer) {
        Likely likely = offer.type();
        return likely == null
                ? Optional.empty()
                : facts.rules()
                        .type(likely.code())
                        .map(type -> new SuggestionView(
                                named(type), unit(facts, offer.unit()), likely.probability(), offer.model()));
    }

    private static Named named(ProblemType type) {
        return new Named(type.code(), type.name());
    }

    private static @Nullable Named unit(Facts facts, @Nullable Likely likely) {
        return likely == null
                ? null
                : facts.unit(likely.code())
                        .map(unit -> new Named(unit.code(), unit.name()))
                        .orElse(null);
    }
}
