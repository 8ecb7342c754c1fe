package io.quanmin.notification.live;

import io.quanmin.identity.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One socket from its first frame to its end. */
final class Conversation {

    /** How long a socket whose client no longer reads may take to say goodbye. */
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final WebSocketSession socket;
    private final Tickets tickets;
    private final Sessions sessions;
    private final LiveStream stream;
    private final Clock clock;
    private final Sinks.One<String> first = Sinks.one();
    private volatile @Nullable Connection connection;

    Conversation(WebSocketSession socket, Tickets tickets, Sessions sessions, LiveStream stream, Clock clock) {
        this.socket = socket;
        this.tickets = tickets;
        this.sessions = sessions;
        this.stream = stream;
        this.clock = clock;
    }

    /** Ends when the client goes. Whatever it says after its first frame is a sign of life. */
    Mono<Void> listen() {
        return socket.receive().doOnNext(this::hear).then();
    }

    private void hear(WebSocketMessage message) {
        Connection open = connection;
        if (open != null) {
            open.heard(clock.instant());
        } else if (message.getType() == WebSocketMessage.Type.TEXT) {
            first.emitValue(message.getPayloadAsText(), Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    Mono<String> firstFrame() {
        return first.asMono();
    }

    /** Sends news for as long as ticket, session and client last. */
    Mono<Ending> speak(FirstFrame shown) {
        return tickets.take(shown.ticket())
                .filterWhen(holder -> sessions.live(holder.session()))
                .flatMap(holder -> speak(holder, shown.after()))
                .defaultIfEmpty(Ending.BAD_TICKET);
    }

    private Mono<Ending> speak(Tickets.Holder holder, @Nullable Long after) {
        Connection opened = stream.connection(holder.person(), holder.session());
        connection = opened;
        Mono<Void> sending = socket.send(stream.open(opened, after).concatMapIterable(this::messages));
        return Mono.firstWithSignal(sending.then(opened.ended()), opened.ended().delayElement(GOODBYE));
    }

    /**
     * Says why it ends, then closes. The frame is for clients that do not see close codes; and once it is flushed the close
     * is sent by the socket's own thread: from another one the network library loses it.
     */
    Mono<Void> goodbye(Ending why) {
        Mono<Void> said = socket.send(Mono.just(socket.textMessage(why.frame())));
        return Mono.firstWithSignal(said, Mono.delay(GOODBYE).then())
                .then(Mono.defer(() -> socket.close(why.status())));
    }

    /** With a ping of ours goes one of the protocol's, which every client answers by itself. */
    private List<WebSocketMessage> messages(Frame frame) {
        WebSocketMessage text = socket.textMessage(frame.json());
        return frame.isPing() ? List.of(text, socket.pingMessage(buffers -> buffers.allocateBuffer(0))) : List.of(text);
    }
}
