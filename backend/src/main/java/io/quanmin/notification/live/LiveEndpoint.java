package io.quanmin.notification.live;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.LoggedIn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Live news over WebSocket and as server-sent events. */
@RestController
@RequestMapping("/api/v1/live")
class LiveEndpoint {

    /** Sent at once, so that whoever asks learns that the stream is open before there is news. */
    private static final ServerSentEvent<String> OPEN =
            ServerSentEvent.<String>builder().comment("open").build();

    private final Tickets tickets;
    private final LiveSocket socket;
    private final LiveStream stream;
    private final Origins origins;
    private final WebSocketService upgrades;

    LiveEndpoint(
            Tickets tickets, LiveSocket socket, LiveStream stream, Origins origins, WebSocketService liveUpgrades) {
        this.tickets = tickets;
        this.socket = socket;
        this.stream = stream;
        this.origins = origins;
        this.upgrades = liveUpgrades;
    }

    /** A right to open one socket within half a minute. */
    @LoggedIn
    @PostMapping(path = "/tickets", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Tickets.Ticket> ticket(Actor actor) {
        return tickets.issue(actor);
    }

    /** The socket: nobody is known here yet, the first frame brings the ticket. */
    @Hidden
    @Anyone
    @GetMapping
    Mono<Void> socket(ServerWebExchange exchange) {
        return origins.allow(exchange.getRequest())
                ? upgrades.handleRequest(exchange, socket)
                : Mono.error(new ForeignOrigin());
    }

    /** The same frames as events; the id of one is the cursor to resume from. */
    @LoggedIn
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            Actor actor, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Connection connection = stream.listener(actor.person(), actor.session());
        return stream.open(connection, cursor(lastEventId).orElse(null))
                .map(LiveEndpoint::event)
                .startWith(OPEN);
    }

    private static ServerSentEvent<String> event(Frame frame) {
        ServerSentEvent.Builder<String> event = ServerSentEvent.builder(frame.json());
        return (frame.cursor() > 0 ? event.id(Long.toString(frame.cursor())) : event).build();
    }

    /** What is no cursor of ours counts as none. */
    private static Optional<Long> cursor(@Nullable String lastEventId) {
        try {
            return Optional.ofNullable(lastEventId).map(Long::valueOf);
        } catch (NumberFormatException madeUp) {
            return Optional.empty();
        }
    }
}
