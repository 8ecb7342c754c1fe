package io.quanmin.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The servers' programs, unpacked from their archives once for each version. */
final class Programs {

    private final Path folder;

    Programs(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The folder with PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
    Path postgres() throws IOException {
        return unpacked("postgres-" + checksum(), beside -> {
            try (InputStream archive = postgresArchive()) {
                Archive.unpack(archive, beside);
            }
        });
    }

    /** The file of the Redis server. */
    Path redis() throws IOException {
        String resource = found(
                ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture()),
                "Redis for this machine");
        return unpacked(resource.substring(1), beside -> {
            try (InputStream program = open(resource)) {
                Files.copy(program, beside);
                Archive.makeExecutable(beside);
            }
        });
    }

    /** Unpacks beside and moves into place: another process may be doing the same, and either may be killed. */
    private Path unpacked(String name, Unpacking unpacking) throws IOException {
        Path program = folder.resolve(name);
        if (Files.exists(program)) {
            return program;
        }
        Files.createDirectories(folder);
        Path beside = folder.resolve(name + "-" + UUID.randomUUID());
        try {
            unpacking.into(beside);
            Files.move(beside, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(beside);
            if (!Files.exists(program)) {
                throw e;
            }
        }
        return program;
    }

    /** The archive does not say its version, so the version is what is in it. */
    private static String checksum() throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream archive = new CheckedInputStream(postgresArchive(), checksum)) {
            archive.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    private static InputStream postgresArchive() throws IOException {
        String machine = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = machine.contains("mac") ? "Darwin" : machine.contains("windows") ? "Windows" : "Linux";
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, ArchUtils.normalize(System.getProperty("os.arch")));
        return found(archive, "PostgreSQL for " + machine);
    }

    private static InputStream open(String resource) throws IOException {
        return found(ExecutableProvider.class.getResourceAsStream(resource), resource);
    }

    private static <T> T found(@Nullable T resource, String name) throws IOException {
        if (resource == null) {
            throw new FileNotFoundException("no program on the class path: " + name);
        }
        return resource;
    }

    @FunctionalInterface
    private interface Unpacking {
        void into(Path beside) throws IOException;
    }
}
