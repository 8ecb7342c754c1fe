package io.quanmin.notification.live;

import io.quanmin.kernel.Id;
import io.quanmin.notification.Inbox;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a connection sends, as fast as its client reads and no faster: nothing is buffered that the database has. */
@Component
final class LiveStream {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final int PAGE = 100;

    private final Connections connections;
    private final Inbox inbox;
    private final Frames frames;
    private final Clock clock;

    LiveStream(Connections connections, Inbox inbox, Frames frames, Clock clock) {
        this.connections = connections;
        this.inbox = inbox;
        this.frames = frames;
        this.clock = clock;
    }

    /** Of a client that answers pings. */
    Connection connection(Id person, Id session) {
        return new Connection(person, session, true, clock.instant());
    }

    /** Of a client that can only listen. */
    Connection listener(Id person, Id session) {
        return new Connection(person, session, false, clock.instant());
    }

    /**
     * The connection's frames until it ends. The node knows it before its inbox is looked at, so that nothing falls between.
     *
     * @param after the cursor its client has; none begins with what comes now
     */
    Flux<Frame> open(Connection connection, @Nullable Long after) {
        return Mono.fromRunnable(() -> connections.add(connection))
                .then(Mono.defer(() -> inbox.end(connection.person())))
                .doOnNext(end -> connection.begin(after == null ? end : Math.clamp(after, 0, end), end))
                .thenMany(sending(connection))
                .doFinally(end -> connections.remove(connection));
    }

    private Flux<Frame> sending(Connection connection) {
        return connection
                .wake()
                .ups()
                .concatMap(hint -> untilItRests(connection), 0)
                .takeUntilOther(connection.ended());
    }

    /** One step after the other: the frames of one have gone out when the next is decided. */
    private Flux<Frame> untilItRests(Connection connection) {
        return Flux.defer(() -> step(connection))
                .map(frame -> connection.sent(frame, clock.instant()))
                .repeat(connection::goesOn);
    }

    private Flux<Frame> step(Connection connection) {
        Frame headline = connection.takeHeadline();
        if (headline != null) {
            return Flux.just(headline);
        }
        return connection.takePing() ? Flux.just(Frame.PING) : news(connection);
    }

    private Flux<Frame> news(Connection connection) {
        return switch (connection.backlog().next()) {
            case Backlog.Step.Send send -> Flux.just(frames.of(send.item()));
            case Backlog.Step.Read read -> read(connection, read.after());
            case Backlog.Step.Rest rest -> Flux.empty();
        };
    }

    /** Collected first: no query stays open while a client takes its time. */
    private Flux<Frame> read(Connection connection, long after) {
        return inbox.after(connection.person(), after, PAGE)
                .collectList()
                .doOnNext(page -> connection.backlog().read(page.size() == PAGE))
                .onErrorResume(failure -> atTheNextLook(failure))
                .flatMapIterable(page -> page)
                .map(frames::of);
    }

    private <T> Mono<T> atTheNextLook(Throwable failure) {
        LOG.debug("Missed news is not read just now", failure);
        connections.lookSoon();
        return Mono.empty();
    }
}
