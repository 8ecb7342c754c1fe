package io.quanmin.notice;

import reactor.core.publisher.Mono;

/** Says something to people. */
public interface Notices {

    /** Writes the notice down in the caller's transaction; it reaches its people later, once each. */
    Mono<Void> tell(Notice notice);
}
