package io.quanmin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Which services start for whom. */
final class EmbeddedServicesTest {

    @Test
    void aServerWhoseAddressIsConfiguredIsLeftAlone(@TempDir Path home) {
        String database = "spring.r2dbc.url=r2dbc:postgresql://db.city.example/quanmin";
        String redis = "spring.data.redis.url=redis://redis.city.example";
        try (ConfigurableApplicationContext application = SmallApplication.run(home, database, redis)) {
            Stores stores = Stores.of(application);
            assertThat(stores.said("spring.r2dbc.url")).isEqualTo("r2dbc:postgresql://db.city.example/quanmin");
            assertThat(stores.environment().getProperty("spring.flyway.url")).isNull();
            assertThat(stores.environment().getProperty("quanmin.embedded.postgres.active"))
                    .isNull();
            assertThat(stores.environment().getProperty("spring.data.redis.host"))
                    .isNull();
            assertThat(stores.said("quanmin.media.endpoint")).startsWith("http://127.0.0.1:");
        }
        assertThat(home.resolve("postgres")).doesNotExist();
        assertThat(home.resolve("redis")).doesNotExist();
    }

    @Test
    void switchedOffNothingStarts(@TempDir Path untouched) throws Exception {
        try (ConfigurableApplicationContext application =
                        SmallApplication.run(untouched, "quanmin.embedded.enabled=false");
                var files = Files.list(untouched)) {
            assertThat(application.getEnvironment().getProperty("quanmin.embedded.active"))
                    .isNull();
            assertThat(files).isEmpty();
        }
    }

    @Test
    void twoTestsShareTheServersAndNotTheDatabaseAndLeaveNothingBehind() throws Exception {
        String throwaway = "--quanmin.embedded.throwaway=true";
        Path shared;
        try (ConfigurableApplicationContext one = SmallApplication.run(throwaway);
                ConfigurableApplicationContext other =
                        SmallApplication.run(throwaway, "--quanmin.embedded.database=an-own-one")) {
            Stores first = Stores.of(one);
            Stores second = Stores.of(other);
            shared = Path.of(first.said("quanmin.embedded.home"));
            assertThat(second.said("spring.data.redis.port")).isEqualTo(first.said("spring.data.redis.port"));
            assertThat(first.said("quanmin.embedded.postgres.active")).isEqualTo("true");
            assertThat(first.sql("select current_database()")).isEqualTo("quanmin");
            assertThat(second.sql("select current_database()")).isEqualTo("an-own-one");
            assertThat(first.sql("show fsync")).isEqualTo("off");
        }
        assertThat(shared).doesNotExist();
    }

    @Test
    void whatAKilledTestRunLeftIsSweptByTheNext(@TempDir Path home) throws Exception {
        Path abandoned;
        try (Child child = Child.start(home, "quanmin.embedded.throwaway=true").ready()) {
            abandoned = Throwaway.home(child.process().pid());
            var left = Child.servers(abandoned);
            child.process().destroyForcibly().waitFor();
            assertThat(left).allMatch(Daemon::runs);
            Throwaway.sweep();
            assertThat(Patience.until(() -> left.stream().noneMatch(Daemon::runs)))
                    .isTrue();
        }
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void rootWithoutUserNamespacesRunsPostgresAsNobody() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root becomes nobody");
        Path open = Files.createTempDirectory("quanmin-nobody");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedSettings settings = new EmbeddedSettings(open, true, "quanmin", 0, 0, 0);
        try (Home home = Home.open(open);
                PostgresServer server = PostgresServer.start(
                        home, new Programs(Throwaway.programs()), settings, Unprivileged.nobody())) {
            server.createDatabase("quanmin");
            assertThat(Files.getAttribute(PostgresProgram.pidFile(open), "unix:uid"))
                    .isEqualTo(65534);
        } finally {
            FileSystemUtils.deleteRecursively(open);
        }
    }
}
