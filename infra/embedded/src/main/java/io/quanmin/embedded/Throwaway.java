package io.quanmin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Homes of tests: one for each process, below the folder for temporary files. */
final class Throwaway {

    private static final Logger LOG = LoggerFactory.getLogger(Throwaway.class);
    private static final String PREFIX = "home-";

    private Throwaway() {}

    static Path home() {
        return home(ProcessHandle.current().pid());
    }

    static Path home(long process) {
        return parent().resolve(PREFIX + process);
    }

    /** Tests share their programs: unpacking takes longer than starting. */
    static Path programs() {
        return parent().resolve("programs");
    }

    private static Path parent() {
        return Path.of(System.getProperty("java.io.tmpdir"), "quanmin-" + System.getProperty("user.name"))
                .toAbsolutePath();
    }

    /** Ends what killed test runs left running, and deletes their data. */
    static void sweep() {
        try {
            Files.createDirectories(parent());
            for (Path home : homes()) {
                if (isAbandoned(home)) {
                    end(home);
                }
            }
        } catch (IOException e) {
            LOG.warn("What earlier tests left in {} cannot be swept", parent(), e);
        }
    }

    private static List<Path> homes() throws IOException {
        try (var folders = Files.list(parent())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }

    /** The lock besides the number: a container may share the folder and not the numbers. */
    private static boolean isAbandoned(Path home) throws IOException {
        long owner = Long.parseLong(home.getFileName().toString().substring(PREFIX.length()));
        if (ProcessHandle.of(owner).isPresent() || !Files.exists(home.resolve("lock"))) {
            return false;
        }
        try (FileChannel lock = FileChannel.open(home.resolve("lock"), StandardOpenOption.WRITE)) {
            return lock.tryLock() != null;
        }
    }

    private static void end(Path home) throws IOException {
        Daemon.find(PostgresProgram.pidFile(home), programs()).ifPresent(ProcessHandle::destroyForcibly);
        Daemon.find(RedisServer.pidFile(home), programs()).ifPresent(ProcessHandle::destroyForcibly);
        FileSystemUtils.deleteRecursively(home);
    }
}
