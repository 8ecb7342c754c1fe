package io.quanmin.wechatsandbox.screening;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Downloads media as WeChat does: without cookies, at most 10 MB. */
final class MediaFetch implements AutoCloseable {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Empty when it cannot be fetched, is empty, or too large. */
    Optional<byte[]> fetch(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .GET()
                    .build();
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] media = body.readNBytes(LARGEST + 1);
                boolean good = answer.statusCode() == 200 && media.length > 0 && media.length <= LARGEST;
                return good ? Optional.of(media) : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            return Optional.empty();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
