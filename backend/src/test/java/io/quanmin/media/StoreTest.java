package io.quanmin.media;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.outbox.Outbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A store that is strict, away, silent or full. */
@MediaCityTest
final class StoreTest {

    @Autowired
    private MediaSettings settings;

    @Autowired
    private CitySettings city;

    @Autowired
    private PhotoTable photos;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Uploads uploads;

    @Autowired
    private StoredObjects objects;

    @TempDir
    private Path folder;

    @Test
    void everyPutSaysItsLengthAsMinioDemands() throws Exception {
        try (LengthDemandingStore strict = new LengthDemandingStore(settings.endpoint())) {
            Id photo = uploads.somebody();
            assertThat(keep(strict.address(), photo).block(Duration.ofSeconds(30)))
                    .isNotNull();

            assertThat(strict.refused()).isEmpty();
            assertThat(objects.all())
                    .contains(PhotoKeys.original(photo), PhotoKeys.picture(photo), PhotoKeys.thumbnail(photo));
        }
    }

    @Test
    void theStrictStoreReallyRefusesAPutWithoutLength() throws Exception {
        try (LengthDemandingStore strict = new LengthDemandingStore(settings.endpoint())) {
            String address = new StoreSigner(at(strict.address())).inner(io.minio.Http.Method.PUT, "originals/x");
            HttpRequest.BodyPublisher unknownLength =
                    HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString("x"));
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .PUT(unknownLength)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(411);
            assertThat(strict.refused()).hasSize(1);
        }
    }

    @Test
    void whileTheStoreIsAwayAnUploadFailsCleanlyAndLeavesNoRow() {
        long rows = rows();

        assertThatThrownBy(() -> keep(URI.create("http://127.0.0.1:1"), uploads.somebody())
                        .block(Duration.ofSeconds(30)))
                .isInstanceOf(PhotoStoreAway.class);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aStoreThatIsFullOrSilentFailsTheUploadCleanly() {
        long rows = rows();
        DisposableServer full = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> "PUT".equals(request.method().name())
                        ? request.receive().then().then(response.status(507).send())
                        : response.status(200).send())
                .bindNow();
        DisposableServer silent = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> "PUT".equals(request.method().name())
                        ? Mono.never()
                        : response.status(200).send())
                .bindNow();
        try {
            for (DisposableServer server : new DisposableServer[] {full, silent}) {
                URI address = URI.create("http://127.0.0.1:" + server.port());
                assertThatThrownBy(() -> keep(address, uploads.somebody()).block(Duration.ofSeconds(60)))
                        .isInstanceOf(PhotoStoreAway.class);
            }
            assertThat(rows()).isEqualTo(rows);
        } finally {
            full.disposeNow();
            silent.disposeNow();
        }
    }

    @Test
    void anUploadThatIsBrokenOffLeavesNoRowAndNoFile() throws Exception {
        long rows = rows();
        DisposableServer silent = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> "PUT".equals(request.method().name())
                        ? Mono.never()
                        : response.status(200).send())
                .bindNow();
        try {
            Id photo = uploads.somebody();
            assertThat(keep(URI.create("http://127.0.0.1:" + silent.port()), photo)
                            .timeout(Duration.ofSeconds(1), Mono.empty())
                            .block(Duration.ofSeconds(30)))
                    .isNull();
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rows() == rows);
        } finally {
            silent.disposeNow();
        }
    }

    private Mono<KeptPhoto> keep(URI endpoint, Id photo) {
        MediaSettings elsewhere = at(endpoint);
        PhotoStore store = new PhotoStore(new StoreSigner(elsewhere), elsewhere);
        Keeping keeping = new Keeping(photos, store, outbox, transaction, Clock.systemUTC());
        Spool spool = new Spool(elsewhere);
        Workshop workshop = new Workshop(elsewhere, city);
        return spool.with(
                        Uploads.chunks(TestPhotos.made("jpeg", 300, 200)),
                        file -> workshop.examine(file)
                                .flatMap(examined -> keeping.keep(photo, Uploads.actor(uploads.somebody()), examined)))
                .doFinally(end -> store.destroy());
    }

    private MediaSettings at(URI endpoint) {
        MediaSettings.Workshop workshop = settings.workshop();
        return new MediaSettings(
                endpoint,
                endpoint,
                settings.accessKey(),
                settings.secretKey(),
                settings.region(),
                settings.bucket(),
                settings.linkTtl(),
                Duration.ofSeconds(3),
                settings.limits(),
                new MediaSettings.Workshop(
                        folder,
                        workshop.waiting(),
                        workshop.workers(),
                        workshop.memory(),
                        workshop.patience(),
                        workshop.silence()),
                settings.screening(),
                settings.sweep());
    }

    private long rows() {
        return now(database.sql("select count(*) from media.photo")
                .mapValue(Long.class)
                .one());
    }
}
