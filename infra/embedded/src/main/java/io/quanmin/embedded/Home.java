package io.quanmin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The folder that holds all data of the embedded services, locked by the process that uses it. */
final class Home implements AutoCloseable {

    private static final String NAME = ".quanmin";

    private final Path folder;
    private final boolean throwaway;
    private final FileChannel lock;

    private Home(Path folder, boolean throwaway, FileChannel lock) {
        this.folder = folder;
        this.throwaway = throwaway;
        this.lock = lock;
    }

    /** The configured folder, else {@code .quanmin} at the repository's root, wherever in it the program was started. */
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

    /** One folder for all tests of this process. */
    static Path throwaway() {
        return Path.of(System.getProperty("java.io.tmpdir"))
                .toAbsolutePath()
                .resolve("quanmin-" + ProcessHandle.current().pid());
    }

    static Home open(EmbeddedSettings settings) {
        try {
            Files.createDirectories(settings.home());
            return new Home(settings.home(), settings.throwaway(), lock(settings.home()));
        } catch (IOException e) {
            throw new CannotStart(
                    "数据目录 %s 不可写。 The data folder %s cannot be written: %s"
                            .formatted(settings.home(), settings.home(), e),
                    "设置 QUANMIN_HOME 为可写的目录。 Point QUANMIN_HOME at a folder that can be written.",
                    e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock != null) {
            return channel;
        }
        channel.close();
        throw new CannotStart(
                "另一个全民进程正在使用 %s。 Another Quanmin is running on %s.".formatted(folder, folder),
                "先停止它，或为这一个设置另外的 QUANMIN_HOME 和端口。 Stop it, or give this one its own QUANMIN_HOME and ports.",
                null);
    }

    /** A folder inside, made when missing. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** One random secret for all services of this folder: other users of the machine reach the ports, not the data. */
    String secret() throws IOException {
        Path file = folder.resolve("secret");
        if (!Files.exists(file)) {
            Files.createFile(file);
            if (!file.toFile().setReadable(false, false) || !file.toFile().setReadable(true, true)) {
                throw new IOException(file + " cannot be made private");
            }
            Files.writeString(file, UUID.randomUUID().toString().replace("-", ""));
        }
        return Files.readString(file);
    }

    @Override
    public void close() throws IOException {
        if (throwaway) {
            FileSystemUtils.deleteRecursively(folder);
        }
        lock.close();
    }
}
