package io.quanmin.rulebook;

import io.quanmin.kernel.Anyone;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The rules as everybody may read them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RulebookEndpoint {

    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Rulebook rulebook;
    private final Clock clock;

    RulebookEndpoint(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** The catalogue of problem types in force. */
    @Anyone
    @GetMapping("/problem-types")
    Mono<ResponseEntity<CatalogueView>> problemTypes() {
        return inForce(CatalogueView::of);
    }

    /** The stages of a case and the steps between them. */
    @Anyone
    @GetMapping("/flow")
    Mono<ResponseEntity<FlowTable>> flow() {
        return inForce(Rules::flow);
    }

    /** A version never changes, so its number is all the tag needs. */
    private <T> Mono<ResponseEntity<T>> inForce(Function<Rules, T> part) {
        return rulebook.inForce(clock.instant())
                .map(rules -> ResponseEntity.ok()
                        .cacheControl(SHORTLY)
                        .eTag("rules-" + rules.version())
                        .body(part.apply(rules)));
    }
}
