package io.quanmin.testing;

import io.quanmin.identity.Sessions;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions in memory: tests decide who comes without logging anybody in. */
public final class PretendSessions implements Sessions {

    private final Map<String, Actor> actors = new ConcurrentHashMap<>();

    /** A token of somebody's session. */
    public String open(Actor actor) {
        String token = UUID.randomUUID().toString();
        actors.put(token, actor);
        return token;
    }

    @Override
    public Mono<Actor> actor(String token) {
        return Mono.justOrEmpty(actors.get(token));
    }

    @Override
    public Mono<Boolean> live(Id session) {
        return Mono.just(true);
    }

    @Override
    public Flux<Id> revoked() {
        return Flux.never();
    }
}
