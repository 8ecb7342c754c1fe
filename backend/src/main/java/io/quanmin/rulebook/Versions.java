package io.quanmin.rulebook;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The versions there are, with who answers for them. */
public interface Versions {

    /** Versions before a number, the latest first. */
    Flux<Approved> before(int number, int most);

    /** The content of a version; fails with {@code NoSuchThing}. */
    Mono<Content> content(int number);

    /** A version without its content. */
    record Approved(int number, Instant effectiveFrom, String approvedBy, Instant approvedAt) {}

    /** A version with its content. */
    record Content(Approved version, JsonNode content) {}
}
