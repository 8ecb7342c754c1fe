package io.quanmin.notification.live;

import io.quanmin.identity.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** WebSockets: the first frame shows a ticket, then news go out for as long as the client listens. */
@Component
final class LiveSocket implements WebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

    /** How long a client may take to answer a goodbye. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Tickets tickets;
    private final Sessions sessions;
    private final LiveStream stream;
    private final LiveSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    LiveSocket(
            Tickets tickets,
            Sessions sessions,
            LiveStream stream,
            LiveSettings settings,
            JsonMapper json,
            Clock clock) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.stream = stream;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** The goodbye is said while the client is still listened to: hanging up at once would swallow it. */
    @Override
    public Mono<Void> handle(WebSocketSession socket) {
        Conversation conversation = new Conversation(socket, tickets, sessions, stream, clock);
        Mono<Void> saidGoodbye = speaking(conversation)
                .onErrorResume(LiveSocket::troubled)
                .flatMap(conversation::goodbye)
                .then(Mono.delay(ANSWER))
                .then();
        return Mono.firstWithSignal(conversation.listen(), saidGoodbye);
    }

    private Mono<Ending> speaking(Conversation conversation) {
        return conversation
                .firstFrame()
                .timeout(settings.firstFrame(), Mono.empty())
                .mapNotNull(text -> read(text).orElse(null))
                .flatMap(conversation::speak)
                .defaultIfEmpty(Ending.UNREADABLE);
    }

    private Optional<FirstFrame> read(String text) {
        try {
            return Optional.of(json.readValue(text, Shown.class)).flatMap(Shown::frame);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Mono<Ending> troubled(Throwable failure) {
        LOG.debug("A socket ends", failure);
        return Mono.just(Ending.TROUBLE);
    }

    /** As a client writes it, who may leave anything out. */
    private record Shown(@Nullable String ticket, @Nullable Long after) {

        Optional<FirstFrame> frame() {
            return ticket == null ? Optional.empty() : Optional.of(new FirstFrame(ticket, after));
        }
    }
}
