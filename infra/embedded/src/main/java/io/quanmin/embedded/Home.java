package io.quanmin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The folder that holds all data of the embedded services, locked by the process that uses it. */
final class Home implements AutoCloseable {

    private static final String NAME = ".quanmin";

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * The configured folder, else {@code .quanmin} at the repository's root, wherever in it the program was started:
     * {@code mvn spring-boot:run} runs in a module's folder.
     */
    static Path kept(@Nullable String configured) {
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured).toAbsolutePath().normalize();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("pom.xml")) && Files.isDirectory(at.resolve("infra"))) {
                return at.resolve(NAME);
            }
        }
        return here.resolve(NAME);
    }

    /** Makes and locks the folder; {@link CannotStart} if it cannot be written or another process has it. */
    static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Home(folder, lock(folder));
        } catch (IOException e) {
            throw new CannotStart(
                    "数据目录 %s 不可写。 The data folder %s cannot be written (%s).".formatted(folder, folder, e),
                    "把 QUANMIN_HOME 设为可写的目录。 Point QUANMIN_HOME at a folder that can be written.",
                    e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        throw new CannotStart(
                "另一个全民正在使用 %s。 Another Quanmin is running on %s.".formatted(folder, folder),
                "先停止它，或另设 QUANMIN_HOME 和端口。 Stop it, or give this one its own QUANMIN_HOME and ports.",
                null);
    }

    Path folder() {
        return folder;
    }

    /** A folder inside, made when missing. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** One random secret for all services here: other users of the machine reach the ports, not the data. */
    String secret() throws IOException {
        Path file = folder.resolve("secret");
        if (!Files.exists(file)) {
            writePrivately(file, UUID.randomUUID().toString().replace("-", ""));
        }
        return Files.readString(file);
    }

    /** Writes a file that only its owner reads, whole or not at all. */
    static void writePrivately(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
