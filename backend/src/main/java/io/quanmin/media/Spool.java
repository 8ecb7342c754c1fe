package io.quanmin.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Uploads on disk while they arrive and wait: a bounded number, each gone when its work ends, however it ends. */
@Component
final class Spool implements DisposableBean {

    private static final String SUFFIX = ".upload";
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path folder;
    private final long most;
    private final Semaphore places;
    private final Duration silence;
    private final Scheduler disk = Schedulers.newBoundedElastic(4, 1_000, "photo-spool");

    Spool(MediaSettings settings) {
        this.folder = settings.workshop().folder();
        this.most = settings.limits().size().toBytes();
        this.places = new Semaphore(settings.workshop().waiting());
        this.silence = settings.workshop().silence();
        clean();
    }

    /**
     * Writes the content to a file and works with it. Fails with {@link UploadsBusy} when too many wait already, and with
     * {@link PhotoTooLarge} at the first byte over the limit, with {@link BrokenPhoto} when the sender falls silent.
     */
    <T> Mono<T> with(Flux<DataBuffer> content, Function<Path, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.fromCallable(this::enter),
                file -> written(content, file).then(Mono.defer(() -> work.apply(file))),
                this::leave);
    }

    private Path enter() {
        if (!places.tryAcquire()) {
            throw new UploadsBusy();
        }
        return folder.resolve(UUID.randomUUID() + SUFFIX);
    }

    private Mono<Void> written(Flux<DataBuffer> content, Path file) {
        return Mono.defer(() -> {
            ByteCount count = new ByteCount(most);
            Flux<DataBuffer> bounded = content.timeout(silence)
                    .onErrorMap(TimeoutException.class, silent -> new BrokenPhoto())
                    .doOnNext(count::add)
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
            return DataBufferUtils.write(bounded, file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        });
    }

    private Mono<Void> leave(Path file) {
        return Mono.<Void>fromRunnable(() -> delete(file)).subscribeOn(disk);
    }

    private void delete(Path file) {
        places.release();
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    /** What a killed process left; younger files may be another process's. */
    private void clean() {
        try {
            Files.createDirectories(folder);
            Instant old = Instant.now().minus(LEFT_BEHIND);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder for uploads cannot be used: " + folder, unusable);
        }
    }

    @Override
    public void destroy() {
        disk.dispose();
    }
}
