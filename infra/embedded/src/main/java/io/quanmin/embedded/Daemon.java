package io.quanmin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server process known by its pid file, which outlives a killed parent. */
final class Daemon {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Daemon() {}

    /** The process of the pid file, if it runs and is that program: after a reboot the number may be anybody's. */
    static Optional<ProcessHandle> find(Path pidFile, String program) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readString(pidFile)
                .lines()
                .findFirst()
                .map(String::trim)
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> process.info().command().orElse("").contains(program));
    }

    /** Asks it to end in order, then ends it; both servers recover from their logs. */
    static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new IOException("process " + process.pid() + " does not end");
            }
        }
    }

    private static boolean ended(ProcessHandle process) throws IOException {
        try {
            return process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while process " + process.pid() + " ends", e);
        }
    }
}
