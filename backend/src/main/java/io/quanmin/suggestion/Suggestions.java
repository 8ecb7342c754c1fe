package io.quanmin.suggestion;

import io.quanmin.kernel.Id;
import java.util.List;
import reactor.core.publisher.Mono;

/** Suggests; a person decides. */
public interface Suggestions {

    /** What a problem may be, the likeliest first; nothing where the model is not sure enough, or busy, or there is none yet. */
    Mono<List<Likely>> likely(Hints hints);

    /** Works out what to suggest for a case and keeps it, once: a repeat changes nothing. */
    Mono<Void> offer(Id subject, Hints hints);

    /** What was suggested for a case; empty where nothing was worked out. */
    Mono<Offer> of(Id subject);

    /**
     * A reviewer has decided what a case is: the suggestion is compared with it, and the unit suggested anew for the type it now
     * has. A later decision takes the place of an earlier one.
     */
    Mono<Void> decided(Id subject, Hints hints, String type);

    /** A unit has handled the case. */
    Mono<Void> handled(Id subject, String unit);
}
