package io.quanmin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The mini-program as WeChat would run it: the built bundle in Node, on WeChat's own component engine with a stand-in for
 * {@code wx}, against this service and the sandbox. Needs Node and the WeChat build, which {@code mvn verify} makes before it
 * comes here; where either is missing the test is reported as skipped, with the reason.
 */
final class WeChatBundleTest {

    private static final Path MINI_PROGRAM =
            Path.of("../../miniprogram-stub").toAbsolutePath().normalize();
    private static final Path SAID = Path.of("target", "wx-harness.log").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static RunningCity city;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        assumeThat(MINI_PROGRAM.resolve("dist/build/mp-weixin/app.json"))
                .as("the mini-program is built for WeChat")
                .exists();
        assumeThat(nodeAnswers()).as("Node is on PATH").isTrue();
        city = RunningCity.start();
    }

    private static boolean nodeAnswers() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            city.close();
        }
    }

    /** One test for each scene, by its name. */
    @TestFactory
    Stream<DynamicTest> everySceneHoldsAgainstTheRealService() throws IOException, InterruptedException {
        Process harness = new ProcessBuilder("node", "test/wx-harness/run.mjs", "--base", city.address(), "--demo")
                .directory(MINI_PROGRAM.toFile())
                .redirectErrorStream(true)
                .redirectOutput(SAID.toFile())
                .start();
        boolean ended = harness.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        harness.destroyForcibly();
        List<String> said = Files.readAllLines(SAID);
        assertThat(ended).as("ended in time, having said %s", said).isTrue();
        assertThat(said).as("every scene was played").isNotEmpty();
        assertThat(said.getLast()).startsWith("[wx harness]").contains("scenes");
        return said.stream()
                .filter(line -> line.startsWith("ok ") || line.startsWith("FAILED "))
                .map(WeChatBundleTest::scene);
    }

    private static DynamicTest scene(String line) {
        String name = line.replaceFirst("^(ok|FAILED) +", "").replaceFirst("[: (].*$", "");
        return DynamicTest.dynamicTest(name, () -> assertThat(line).startsWith("ok "));
    }
}
