package io.quanmin.notification.live;

import io.quanmin.identity.Sessions;
import io.quanmin.kernel.Id;
import io.quanmin.notification.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A node's regular look at all its connections: no connection has a timer of its own. */
@Component
final class Looking {

    private static final int PERSONS_AT_ONCE = 1_000;
    private static final int SESSIONS_AT_ONCE = 8;

    private final Connections connections;
    private final RedisPush redis;
    private final Inbox inbox;
    private final Sessions sessions;
    private final LiveSettings settings;
    private final Clock clock;
    private volatile boolean redisWasAway;
    private volatile Instant repairedAt = Instant.EPOCH;

    Looking(
            Connections connections,
            RedisPush redis,
            Inbox inbox,
            Sessions sessions,
            LiveSettings settings,
            Clock clock) {
        this.connections = connections;
        this.redis = redis;
        this.inbox = inbox;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Pings, closes the silent, asks for sessions, and finds in the database what no hint told of. */
    Mono<Void> look() {
        return Mono.fromRunnable(this::signsOfLife)
                .then(redis.answers())
                .filter(this::newsMayBeMissing)
                .flatMap(missing -> findNews())
                .then(askForSessions());
    }

    private void signsOfLife() {
        Instant now = clock.instant();
        connections.each(connection -> {
            connection.pingUnlessSentSince(now.minus(settings.ping()));
            if (connection.silentSince(now.minus(settings.silence()))) {
                connection.end(Ending.SILENT);
            }
        });
    }

    /** While Redis is away, once after it has come back, where a connection asked for it, and every now and then. */
    private boolean newsMayBeMissing(boolean redisAnswers) {
        Instant now = clock.instant();
        boolean missing = !redisAnswers
                || redisWasAway
                || connections.takeLookSoon()
                || repairedAt.plus(settings.repair()).isBefore(now);
        redisWasAway = !redisAnswers;
        repairedAt = missing ? now : repairedAt;
        return missing;
    }

    private Mono<Void> findNews() {
        return Flux.fromIterable(connections.persons())
                .buffer(PERSONS_AT_ONCE)
                .concatMap(this::findNews)
                .then();
    }

    private Mono<Void> findNews(List<Id> persons) {
        return inbox.ends(persons).doOnNext(connections::reaches).then();
    }

    private Mono<Void> askForSessions() {
        return Flux.defer(() -> Flux.fromIterable(connections.all()))
                .filter(connection -> connection.takeCheck(clock.instant().minus(settings.session()), clock.instant()))
                .flatMap(this::askForSession, SESSIONS_AT_ONCE)
                .then();
    }

    private Mono<Void> askForSession(Connection connection) {
        return sessions.live(connection.session())
                .filter(live -> !live)
                .doOnNext(over -> connection.end(Ending.SESSION_ENDED))
                .then();
    }
}
