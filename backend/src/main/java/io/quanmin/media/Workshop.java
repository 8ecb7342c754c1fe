package io.quanmin.media;

import io.quanmin.kernel.CitySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where photos are examined: a few threads of its own, and one budget of memory for all pixels that are open at once. What
 * waits, waits on disk and not in the heap.
 */
@Component
final class Workshop implements DisposableBean {

    private static final int KILOBYTE = 1024;

    private final Inspection inspection;
    private final ZoneId zone;
    private final Duration patience;
    private final long memory;
    private final Semaphore kilobytes;
    private final Scheduler workers;

    Workshop(MediaSettings settings, CitySettings city) {
        MediaSettings.Workshop workshop = settings.workshop();
        this.inspection = new Inspection(new PixelLimit(settings.limits().pixels()));
        this.zone = city.zone();
        this.patience = workshop.patience();
        this.memory = workshop.memoryBytes();
        // Fair, so that a large photo is not overtaken by small ones for ever.
        this.kilobytes = new Semaphore(Math.toIntExact(memory / KILOBYTE), true);
        this.workers = Schedulers.newBoundedElastic(workshop.workers(), workshop.waiting(), "photo-workshop");
    }

    /** Fails with {@link NotAPhoto}, {@link BrokenPhoto} or {@link TooManyPixels}; with {@link UploadsBusy} after too long a wait. */
    Mono<Examined> examine(Path file) {
        return worked(() -> examined(file));
    }

    /** New copies of a photo that was examined once, with parts covered. Fails as {@link #examine} does. */
    Mono<Copies> redact(Path file, List<Region> covered) {
        return worked(() -> redacted(file, covered));
    }

    private <T> Mono<T> worked(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(workers)
                .timeout(patience)
                .onErrorMap(TimeoutException.class, late -> new UploadsBusy())
                .onErrorMap(RejectedExecutionException.class, full -> new UploadsBusy());
    }

    private Examined examined(Path file) throws IOException, InterruptedException {
        Anatomy anatomy = inspection.inspect(file);
        Evidence evidence = Evidence.read(anatomy.exif(), zone);
        return new Examined(
                file, Files.size(file), anatomy.format(), evidence, copies(file, anatomy, evidence, List.of()));
    }

    private Copies redacted(Path file, List<Region> covered) throws IOException, InterruptedException {
        Anatomy anatomy = inspection.inspect(file);
        return copies(file, anatomy, Evidence.read(anatomy.exif(), zone), covered);
    }

    /** What no decoder reads, or not within this machine's memory, is kept as evidence and shown as a placeholder. */
    private Copies copies(Path file, Anatomy anatomy, Evidence evidence, List<Region> covered)
            throws IOException, InterruptedException {
        long needed = Decoding.memory(anatomy);
        if (!Decoding.reads(anatomy) || needed > memory) {
            return Copies.placeholder();
        }
        // What is too much for company is decoded alone.
        long together = Math.min(memory, needed + Decoding.memoryOutside(anatomy));
        int permits = Math.toIntExact(together / KILOBYTE);
        kilobytes.acquire(permits);
        try {
            return Copies.of(Decoding.decode(file, anatomy), Decoding.orientation(anatomy, evidence), covered);
        } catch (BrokenPhoto unreadable) {
            return placeholderOr(unreadable, anatomy);
        } finally {
            kilobytes.release(permits);
        }
    }

    /** A HEIC is whole by its boxes: that a decoder does not know its kind is no fault of the photo. */
    private static Copies placeholderOr(BrokenPhoto unreadable, Anatomy anatomy) throws IOException {
        if (anatomy.format() != PhotoFormat.HEIC) {
            throw unreadable;
        }
        return Copies.placeholder();
    }

    @Override
    public void destroy() {
        workers.dispose();
    }
}
