package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose own matter a case is: of those its history names, and of who reported the same in a case merged into it. */
@Component
class OwnMatter {

    private final CaseTable cases;

    OwnMatter(CaseTable cases) {
        this.cases = cases;
    }

    /** Whether it is somebody's own. */
    Mono<Boolean> of(Facts facts, Actor actor) {
        return facts.involvement().isOwnMatter(actor)
                ? Mono.just(true)
                : cases.mergedFrom(facts.subject().id(), actor.person());
    }

    /** Whose own it is, as far as they were asked. */
    Mono<Set<Id>> among(Facts facts, List<Ask> asks) {
        Set<Id> asked = asks.stream().map(Ask::person).filter(Objects::nonNull).collect(Collectors.toSet());
        return cases.mergedFrom(facts.subject().id(), asked)
                .collect(Collectors.toCollection(
                        () -> new HashSet<>(facts.involvement().involved())))
                .map(Set::copyOf);
    }
}
