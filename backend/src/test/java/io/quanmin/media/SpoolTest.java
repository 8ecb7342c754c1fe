package io.quanmin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.CitySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Uploads that wait on disk. */
final class SpoolTest {

    private static final byte[] CONTENT = new byte[100_000];

    @TempDir
    private Path folder;

    @Test
    void theFileIsThereForTheWorkAndGoneAfterwards() {
        Spool spool = spool(1);
        Long size = spool.with(Uploads.chunks(CONTENT), file -> Mono.fromCallable(() -> Files.size(file)))
                .block();

        assertThat(size).isEqualTo(CONTENT.length);
        assertThat(files()).isZero();
    }

    @Test
    void theFileGoesWhenTheWorkFailsOrTheSenderDoes() {
        Spool spool = spool(1);
        Flux<DataBuffer> broken = Uploads.chunks(CONTENT).concatWith(Mono.error(new IOException("gone")));

        assertThatThrownBy(() -> spool.with(Uploads.chunks(CONTENT), file -> Mono.error(new NotAPhoto()))
                        .block())
                .isInstanceOf(NotAPhoto.class);
        assertThatThrownBy(() -> spool.with(broken, Mono::just).block()).hasRootCauseMessage("gone");
        assertThat(files()).isZero();
    }

    @Test
    void theFileGoesWhenThePersonGivesUp() {
        Spool spool = spool(1);
        Disposable upload = spool.with(Uploads.chunks(CONTENT).concatWith(Flux.never()), Mono::just)
                .subscribe();
        await().atMost(Duration.ofSeconds(10)).until(() -> files() == 1);

        upload.dispose();

        await().atMost(Duration.ofSeconds(10)).until(() -> files() == 0);
        assertThat(spool.with(Uploads.chunks(CONTENT), Mono::just).block()).isNotNull();
    }

    @Test
    void oneUploadTooManyIsAskedToComeBackAndTheOthersGoOn() {
        Spool spool = spool(1);
        Mono<Path> second = spool.with(Uploads.chunks(CONTENT), Mono::just);

        assertThatThrownBy(() ->
                        spool.with(Uploads.chunks(CONTENT), file -> second).block())
                .isInstanceOf(UploadsBusy.class);
        assertThat(second.block()).isNotNull();
    }

    @Test
    void theFirstByteOverTheLimitEndsTheUpload() {
        assertThatThrownBy(() -> spool(1).with(Uploads.chunks(new byte[200_001]), Mono::just)
                        .block())
                .isInstanceOf(PhotoTooLarge.class);
        assertThat(spool(1).with(Uploads.chunks(new byte[200_000]), Mono::just).block())
                .isNotNull();
        assertThat(files()).isZero();
    }

    @Test
    void aSenderThatFallsSilentIsGivenUp() {
        Flux<DataBuffer> stalled = Uploads.chunks(CONTENT).concatWith(Flux.never());

        assertThatThrownBy(() -> spool(1).with(stalled, Mono::just).block(Duration.ofSeconds(20)))
                .isInstanceOf(BrokenPhoto.class);
        assertThat(files()).isZero();
    }

    @Test
    void whatAKilledProcessLeftIsClearedAndWhatIsFreshIsNot() throws IOException {
        Path old = Files.write(folder.resolve("a.upload"), CONTENT);
        Path fresh = Files.write(folder.resolve("b.upload"), CONTENT);
        Files.setLastModifiedTime(
                old, java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        assertThat(spool(1)).isNotNull();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void anEmptyUploadIsNoPhoto() {
        Workshop workshop = new Workshop(settings(1), new CitySettings("990100", "云溪市", ZoneId.of("Asia/Shanghai")));

        assertThatThrownBy(() -> spool(1).with(Flux.empty(), workshop::examine).block())
                .isInstanceOf(NotAPhoto.class);
    }

    private Spool spool(int waiting) {
        return new Spool(settings(waiting));
    }

    private MediaSettings settings(int waiting) {
        URI nowhere = URI.create("http://localhost");
        return new MediaSettings(
                nowhere,
                nowhere,
                "key",
                "secret",
                "us-east-1",
                "bucket",
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                new MediaSettings.Limits(DataSize.ofBytes(200_000), 1_000_000),
                new MediaSettings.Workshop(
                        folder, waiting, 1, DataSize.ofMegabytes(64), Duration.ofSeconds(10), Duration.ofSeconds(1)),
                new MediaSettings.Screening(Duration.ofMinutes(30)),
                new MediaSettings.Sweep(
                        Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(1)));
    }

    private long files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
