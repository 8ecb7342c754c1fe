package io.quanmin.notification;

import reactor.core.publisher.Mono;

/** Brings news to whoever is connected now. A hint only: what is lost here is found in the inbox. Never fails. */
public interface LivePush {

    /** To its recipients, on whichever node they are connected. */
    Mono<Void> push(News news);

    /** To everybody connected. */
    Mono<Void> push(Headline headline);
}
