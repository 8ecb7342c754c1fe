package io.quanmin.wechatsandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The backend's callback endpoint, as simple as can be: it writes down what it gets. */
final class Callback implements AutoCloseable {

    /** One push as it arrived. */
    record Received(String path, Map<String, String> query, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile byte[] picture = new byte[0];

    Callback() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> bodies() {
        return received.stream().map(Received::body).toList();
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    /** Takes pushes but answers none until {@link #close}. */
    void holdAnswers() {
        held = new CountDownLatch(1);
    }

    /** What {@code GET /photo.jpg} gives. */
    void serve(byte[] bytes) {
        picture = bytes;
    }

    List<Received> await(int count) {
        Await.until(() -> received.size() >= count, count + " pushes, got " + received);
        return received();
    }

    @Override
    public void close() {
        held.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/photo.jpg")) {
            answer(exchange, picture.length == 0 ? 404 : 200, picture);
            return;
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, status, query.getOrDefault("echostr", "").getBytes(StandardCharsets.UTF_8));
            return;
        }
        received.add(new Received(exchange.getRequestURI().getPath(), query, body));
        holdIfAsked();
        answer(exchange, status, "success".getBytes(StandardCharsets.UTF_8));
    }

    private void holdIfAsked() {
        try {
            held.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], sides.length > 1 ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }
}
