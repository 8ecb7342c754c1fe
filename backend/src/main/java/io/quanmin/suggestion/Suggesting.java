package io.quanmin.suggestion;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Suggests by the model in use and the rules in force. */
@Component
class Suggesting implements Suggestions {

    private static final Logger LOG = LoggerFactory.getLogger(Suggesting.class);

    private final ModelShelf shelf;
    private final OfferTable offers;
    private final Features features;
    private final Rulebook rulebook;
    private final Workers workers;
    private final Clock clock;

    Suggesting(
            ModelShelf shelf, OfferTable offers, Features features, Rulebook rulebook, Workers workers, Clock clock) {
        this.shelf = shelf;
        this.offers = offers;
        this.features = features;
        this.rulebook = rulebook;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public Mono<List<Likely>> likely(Hints hints) {
        return reading(known -> known.model().likely(features.of(hints), known.rules()))
                .onErrorResume(Suggesting::silence)
                .defaultIfEmpty(List.of());
    }

    /** Nobody waits for a suggestion that does not come. */
    private static Mono<List<Likely>> silence(Throwable failure) {
        LOG.debug("No suggestion: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public Mono<Void> offer(Id subject, Hints hints) {
        return reading(known -> offer(known, hints)).flatMap(offer -> offers.add(subject, offer, clock.instant()));
    }

    private Offer offer(Known known, Hints hints) {
        List<Likely> likely = known.model().likely(features.of(hints), known.rules());
        Likely first = likely.isEmpty() ? null : likely.getFirst();
        return new Offer(
                first,
                first == null ? null : unit(known, hints, first.code()),
                known.model().version());
    }

    private @Nullable Likely unit(Known known, Hints hints, String code) {
        ProblemType type = known.rules().type(code).orElse(null);
        return type == null
                ? null
                : known.model()
                        .unit(
                                type,
                                Optional.ofNullable(hints.area()).orElse(""),
                                features.of(hints, code),
                                known.rules())
                        .orElse(null);
    }

    @Override
    public Mono<Offer> of(Id subject) {
        return offers.find(subject);
    }

    @Override
    public Mono<Void> decided(Id subject, Hints hints, String type) {
        return reading(known -> Optional.ofNullable(unit(known, hints, type)))
                .flatMap(unit -> offers.chosen(subject, type, unit.orElse(null), clock.instant()));
    }

    @Override
    public Mono<Void> handled(Id subject, String unit) {
        return offers.handled(subject, unit);
    }

    /** Empty while there is no model. */
    private <T> Mono<T> reading(Function<Known, T> work) {
        return Mono.zip(shelf.present(), rulebook.inForce(clock.instant()))
                .map(read -> new Known(read.getT1(), read.getT2()))
                .flatMap(known -> workers.read(() -> work.apply(known)));
    }

    private record Known(Model model, Rules rules) {}
}
