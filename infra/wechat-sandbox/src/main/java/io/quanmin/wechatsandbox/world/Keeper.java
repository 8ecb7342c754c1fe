package io.quanmin.wechatsandbox.world;

import io.quanmin.wechatsandbox.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Keeps a world in a file: read at start, written every second when something changed and once more at the end. */
public final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final String FILE = "wechat-sandbox.json";

    private final CountDownLatch closing = new CountDownLatch(1);
    private final World world;
    private final Path file;
    private final Thread thread;
    private SavedState saved;

    private Keeper(World world, Path file) {
        this.world = world;
        this.file = file;
        this.saved = SavedState.of(world);
        this.thread = Thread.ofPlatform().daemon().name("sandbox-keeper").start(this::run);
    }

    /** Throws {@link IllegalStateException} when the folder cannot be used or the file in it not read. */
    public static Keeper start(World world, Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                Json.MAPPER
                        .readValue(Files.readAllBytes(file), SavedState.class)
                        .restoreTo(world);
            }
        } catch (IOException unusable) {
            throw new IllegalStateException("The WeChat sandbox cannot keep its data in " + folder, unusable);
        } catch (JacksonException broken) {
            throw new IllegalStateException("The WeChat sandbox cannot read " + file + "; move it away", broken);
        }
        return new Keeper(world, file);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing.await(1, TimeUnit.SECONDS)) {
                save();
            }
            save();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void save() {
        SavedState now = SavedState.of(world);
        if (now.equals(saved)) {
            return;
        }
        try {
            write(Json.MAPPER.writeValueAsBytes(now));
            saved = now;
        } catch (UncheckedIOException full) {
            LOG.warn("The WeChat sandbox could not write {}: {}", file, full.getMessage());
        }
    }

    /** Beside, then over the old file, so that a kill midway leaves one of the two whole. */
    private void write(byte[] content) {
        try {
            Path fresh = Files.write(file.resolveSibling(FILE + ".new"), content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
