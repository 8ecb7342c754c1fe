package io.quanmin.rulebook;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** The rules in force. */
public interface Rulebook {

    /** The version in force at a moment. */
    Mono<Rules> inForce(Instant at);

    /** A version by its number: what a case began under. */
    Mono<Rules> version(int number);
}
