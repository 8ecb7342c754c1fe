package io.quanmin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A server process known by its pid file, which outlives a killed parent. */
final class Daemon {

    private Daemon() {}

    /**
     * The process of the pid file, if it runs a program of this folder: after a restart of the machine the number may
     * be anybody's.
     */
    static Optional<ProcessHandle> find(Path pidFile, Path programs) throws IOException {
        if (!Files.exists(pidFile) || !Files.exists(programs)) {
            return Optional.empty();
        }
        Path ours = programs.toRealPath();
        return Files.readString(pidFile)
                .lines()
                .findFirst()
                .map(String::trim)
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> process.info()
                        .command()
                        .map(Path::of)
                        .filter(p -> p.startsWith(ours))
                        .isPresent());
    }

    /** Asks it to end in order, then ends it. */
    static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        if (!Patience.until(() -> !runs(process))) {
            process.destroyForcibly();
            if (!Patience.until(() -> !runs(process))) {
                throw new IOException("process " + process.pid() + " does not end");
            }
        }
    }

    /**
     * Whether it runs a program. One that has ended and that nobody has taken note of has a number and none: where the
     * first process of a container does not care for orphans, such stay for ever.
     */
    static boolean runs(ProcessHandle process) {
        return process.info().command().isPresent();
    }
}
