package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Live sessions, for those who hold connections open. */
public interface Sessions {

    /** Who a session token belongs to; empty when it is none, expired or revoked. */
    Mono<Actor> actor(String token);

    /** Whether a session is still live, asked of the truth. */
    Mono<Boolean> live(Id session);

    /** Ids of sessions as they are revoked, on whichever node; hot, a hint within a second. */
    Flux<Id> revoked();
}
