package io.quanmin.media;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Stands before the embedded store and is as strict as MinIO: a PUT that does not say its length is answered 411. */
final class LengthDemandingStore implements AutoCloseable {

    private final URI store;
    private final DisposableServer server;
    private final List<String> refused = new CopyOnWriteArrayList<>();

    LengthDemandingStore(URI store) {
        this.store = store;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    List<String> refused() {
        return refused;
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        boolean silent = request.requestHeaders().get("Content-Length") == null;
        if ("PUT".equals(request.method().name()) && silent && !request.uri().matches("/[^/]+/?(\\?.*)?")) {
            refused.add(request.uri());
            return request.receive().then().then(response.status(411).send());
        }
        return HttpClient.create()
                .headers(headers -> headers.set(request.requestHeaders()))
                .request(request.method())
                .uri(store + request.uri())
                .send(request.receive().retain())
                .response((answer, body) -> passOn(answer.status().code(), body, response))
                .then();
    }

    private static Publisher<Void> passOn(int status, ByteBufFlux body, HttpServerResponse response) {
        return Mono.from(response.status(status).send(body.retain()).then());
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
