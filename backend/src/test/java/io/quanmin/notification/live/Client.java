package io.quanmin.notification.live;

import io.quanmin.notification.Town;
import io.quanmin.notification.Town.Citizen;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone with a socket open. */
final class Client implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final List<CloseStatus> closed = new CopyOnWriteArrayList<>();
    private final List<Throwable> failed = new CopyOnWriteArrayList<>();
    private final Disposable connection;

    private Client(Town town, String first, HttpHeaders headers) {
        URI address = URI.create("ws://localhost:" + town.port() + "/api/v1/live");
        this.connection = new ReactorNettyWebSocketClient()
                .execute(address, headers, session -> talk(session, first))
                .subscribe(nothing -> {}, failed::add);
    }

    /** Opens a socket with a fresh ticket. */
    static Client open(Town town, Citizen citizen, @Nullable Long after) {
        return show(town, frame(ticket(town, citizen), after));
    }

    /** Opens a socket and says something first. */
    static Client show(Town town, String first) {
        return new Client(town, first, new HttpHeaders());
    }

    static Client from(Town town, String origin) {
        HttpHeaders headers = new HttpHeaders();
        headers.setOrigin(origin);
        return new Client(town, "{}", headers);
    }

    static String frame(String ticket, @Nullable Long after) {
        return after == null
                ? "{\"ticket\":\"%s\"}".formatted(ticket)
                : "{\"ticket\":\"%s\",\"after\":%d}".formatted(ticket, after);
    }

    static String ticket(Town town, Citizen citizen) {
        Map<?, ?> answer =
                Objects.requireNonNull(Town.as(citizen, town.client().post().uri("/api/v1/live/tickets"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody());
        return Objects.toString(answer.get("ticket"));
    }

    private Mono<Void> talk(WebSocketSession session, String first) {
        Mono<Void> listening = session.receive()
                .filter(message -> message.getType() == WebSocketMessage.Type.TEXT)
                .doOnNext(message -> frames.add(JSON.readTree(message.getPayloadAsText())))
                .then();
        return session.send(Flux.just(session.textMessage(first)))
                .then(listening)
                .then(session.closeStatus())
                .doOnNext(closed::add)
                .then();
    }

    /** Cursors of the news, in the order in which they came. */
    List<Long> cursors() {
        return of("news").stream().map(frame -> frame.get("cursor").asLong()).toList();
    }

    List<JsonNode> of(String kind) {
        return frames.stream()
                .filter(frame -> kind.equals(frame.get("kind").asString()))
                .toList();
    }

    List<Integer> closeCodes() {
        return closed.stream().map(CloseStatus::getCode).toList();
    }

    List<Throwable> failures() {
        return failed;
    }

    @Override
    public void close() {
        connection.dispose();
    }
}
