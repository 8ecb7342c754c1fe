package io.quanmin.rulebook;

import io.quanmin.kernel.Id;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The way of a draft to a version. Every call joins the caller's transaction. */
public interface Publishing {

    /**
     * Closes a draft so that it can be voted on. Fails with {@link FaultyDraft}, {@link DraftOvertaken} when another version came
     * meanwhile, {@link StaleDraft}, {@link DraftClosed}, or {@link EffectTooEarly}: what a version decided for a later day must not
     * take effect by the way.
     */
    Mono<Draft> propose(Id draft, long seen, Instant effectiveFrom);

    /** Opens it again. */
    Mono<Void> release(Id draft);

    /**
     * Makes it the next version, from a moment that is never in the past, nor so near that a node would not know of it, nor before that
     * of the version its content goes on from. Fails as
     * {@link #propose} does.
     *
     * @param by who answers for it, in words
     */
    Mono<Published> publish(Id draft, Instant effectiveFrom, String by);

    /** A version and the moment it takes effect. */
    record Published(int number, Instant effectiveFrom) {}
}
