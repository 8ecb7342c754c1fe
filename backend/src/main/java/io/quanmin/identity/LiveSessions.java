package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions as PostgreSQL knows them, remembered by Redis for a moment. */
@Component
final class LiveSessions implements Sessions {

    private final SessionTable table;
    private final SessionCache cache;
    private final Revocations revocations;
    private final SessionSettings settings;
    private final CitySettings city;
    private final Clock clock;

    LiveSessions(
            SessionTable table,
            SessionCache cache,
            Revocations revocations,
            SessionSettings settings,
            CitySettings city,
            Clock clock) {
        this.table = table;
        this.cache = cache;
        this.revocations = revocations;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Mono<Actor> actor(String token) {
        return find(token).map(LiveSession::actor);
    }

    @Override
    public Mono<Boolean> live(Id session) {
        return table.live(session, clock.instant());
    }

    @Override
    public Flux<Id> revoked() {
        return revocations.all();
    }

    private Mono<LiveSession> find(String token) {
        if (!Tokens.wellFormed(token)) {
            return Mono.empty();
        }
        byte[] hash = Tokens.hash(token);
        return cache.find(hash)
                .switchIfEmpty(Mono.defer(() -> load(hash)))
                .filter(session -> session.liveAt(clock.instant()))
                .flatMap(session -> slide(hash, session));
    }

    private Mono<LiveSession> load(byte[] hash) {
        return table.find(city.code(), hash)
                .filter(session -> session.liveAt(clock.instant()))
                .flatMap(session -> cache.keep(hash, session).thenReturn(session));
    }

    private Mono<LiveSession> slide(byte[] hash, LiveSession session) {
        Instant now = clock.instant();
        if (!session.slides(now, settings.slideEvery())) {
            return Mono.just(session);
        }
        LiveSession used = session.usedAt(now, settings);
        return table.slide(used, now.minus(settings.slideEvery()))
                .then(cache.keep(hash, used))
                .thenReturn(used);
    }
}
