package io.quanmin.wechatsandbox.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quanmin.wechatsandbox.base.Rids;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The HTTP server: WeChat's paths to the front door, {@code /sandbox/api} and the page to the control handler. */
public final class SandboxServer implements AutoCloseable {

    private static final byte[] NOTHING = new byte[0];

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads, "sandbox");
    private final Handler handler;
    private final Rids rids;
    private final DisposableServer server;

    /** Throws {@link IllegalStateException} when the port is taken. */
    public SandboxServer(String host, int port, Rids rids, Handler handler) {
        this.rids = rids;
        this.handler = handler;
        this.server = bind(HttpServer.create().host(host).port(port).handle(this::handle));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.disposeNow(Duration.ofSeconds(5));
        scheduler.dispose();
    }

    private static DisposableServer bind(HttpServer server) {
        try {
            return server.bindNow(Duration.ofSeconds(20));
        } catch (ChannelBindException taken) {
            throw new IllegalStateException("The WeChat sandbox cannot listen: " + taken.getMessage(), taken);
        }
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(NOTHING)
                .flatMap(body -> answer(request, body))
                .flatMap(answer -> send(response, answer));
    }

    private Mono<Answer> answer(HttpServerRequest request, byte[] body) {
        Call call = callOf(request, body);
        return Mono.fromCallable(() -> handler.answer(call)).subscribeOn(scheduler);
    }

    private Call callOf(HttpServerRequest request, byte[] body) {
        QueryStringDecoder decoder = new QueryStringDecoder(request.uri());
        Map<String, String> query = decoder.parameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
        InetSocketAddress remote = request.remoteAddress();
        String ip = remote == null ? "" : remote.getAddress().getHostAddress();
        String origin = request.requestHeaders().get("Origin", "");
        String host = request.requestHeaders().get("Host", "");
        return new Call(
                request.method().name(),
                decoder.path(),
                request.uri(),
                query,
                body,
                ip,
                rids.next(),
                new Call.Caller(origin, host));
    }

    private static Mono<Void> send(HttpServerResponse response, Answer answer) {
        HttpServerResponse started = response.status(answer.status())
                .header("Content-Type", answer.contentType())
                .header("Content-Length", String.valueOf(answer.body().length));
        answer.headers().forEach(started::header);
        return started.sendByteArray(Mono.just(answer.body())).then();
    }
}
