package io.quanmin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Nothing is left running and nothing is lost, however a run ends; what prevents a run is said in a sentence. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD) // a child that never ends
final class EndingTest {

    @TempDir
    static Path home;

    @BeforeAll
    static void prepare() throws IOException {
        TestHome.prepare(home);
    }

    @Test
    void theServersOfAKilledRunAreEndedAndWhatTheyKeptIsThere() throws Exception {
        List<ProcessHandle> left;
        try (Child child = Child.start(home).ready()) {
            left = Child.servers(home);
            child.process().destroyForcibly().waitFor();
            assertThat(left).allMatch(Daemon::runs);
        }
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            assertThat(left).noneMatch(Daemon::runs);
            assertThat(Stores.of(application).sql("select current_database()")).isEqualTo("quanmin");
        }
    }

    @Test
    void allServersEndWithTheProcess() throws Exception {
        try (Child child = Child.start(home).ready()) {
            List<ProcessHandle> servers = Child.servers(home);
            assertThat(servers).allMatch(Daemon::runs);
            child.process().destroy();
            child.process().waitFor();
            assertThat(servers).noneMatch(Daemon::runs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.fault=true", "test.late-fault=true"})
    void anApplicationThatFailsEndsAndLeavesNothingRunning(String fault) throws Exception {
        try (Child child = Child.start(home, fault)) {
            assertThat(child.lastWords()).contains("this application is meant to fail");
            assertThat(child.process().exitValue()).isEqualTo(1);
            assertNothingRuns(home);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "redis", "s3"})
    void aTakenPortIsSaidAndNothingIsLeftRunning(String service) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Child child = Child.start(home, "quanmin.embedded." + service + ".port=" + taken.getLocalPort())) {
            assertThat(child.lastWords())
                    .contains("Port " + taken.getLocalPort() + ", meant for ")
                    .contains("端口 " + taken.getLocalPort() + " 已被其他程序占用。")
                    .contains("quanmin.embedded." + service + ".port")
                    .doesNotContain("\tat ");
            assertThat(child.process().exitValue()).isEqualTo(1);
            assertNothingRuns(home);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid(@TempDir Path elsewhere) throws Exception {
        Path file = Files.createFile(elsewhere.resolve("no-folder"));
        try (Child child = Child.start(file)) {
            assertThat(child.lastWords())
                    .contains("The data folder " + file + " cannot be written")
                    .contains("QUANMIN_HOME")
                    .doesNotContain("\tat ");
            assertThat(child.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void aSecondRunOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (ConfigurableApplicationContext first = SmallApplication.run(home);
                Child second = Child.start(home)) {
            assertThat(second.lastWords())
                    .contains("Another Quanmin is running on " + home)
                    .doesNotContain("\tat ");
            assertThat(second.process().exitValue()).isEqualTo(1);
            assertThat(Stores.of(first).sql("select 1")).isEqualTo("1");
        }
    }

    private static void assertNothingRuns(Path home) throws IOException {
        Path programs = home.resolve("programs");
        assertThat(Daemon.find(PostgresProgram.pidFile(home), programs)).isEmpty();
        assertThat(Daemon.find(RedisServer.pidFile(home), programs)).isEmpty();
    }
}
