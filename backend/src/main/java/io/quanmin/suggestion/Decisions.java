package io.quanmin.suggestion;

import reactor.core.publisher.Flux;

/** What there is to learn from; implemented by whoever keeps the cases. */
public interface Decisions {

    /** The newest accepted cases, at most so many. */
    Flux<Decided> newest(int most);
}
