package io.quanmin.bench;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Puts the same bytes straight into the same store, under a signed link. */
final class UploadLimit implements Contestant {

    private final MinioClient store;
    private final String bucket;
    private final byte[] photo;
    private final WebClient client = WebClient.create();
    private final Callers callers;

    UploadLimit(City city, byte[] photo, int clients) {
        this.store = MinioClient.builder()
                .endpoint(city.property("quanmin.media.endpoint"))
                .credentials(city.property("quanmin.media.access-key"), city.property("quanmin.media.secret-key"))
                .region("us-east-1")
                .build();
        this.bucket = "quanmin";
        this.photo = photo;
        this.callers = new Callers(clients);
    }

    @Override
    public String name() {
        return "PUT into the store";
    }

    @Override
    public Round run(Duration length) {
        return callers.call(Mono.fromCallable(this::link).flatMap(this::put), length);
    }

    private URI link() throws Exception {
        return URI.create(store.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(bucket)
                .object("bench/" + UUID.randomUUID())
                .expiry(600)
                .build()));
    }

    private Mono<?> put(URI link) {
        return client.put()
                .uri(link)
                .contentLength(photo.length)
                .bodyValue(photo)
                .retrieve()
                .toBodilessEntity();
    }
}
