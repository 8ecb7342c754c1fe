package io.quanmin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The small application in a process of its own, which can be ended in every way. */
final class Child implements AutoCloseable {

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    static Child start(Path home, String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallApplication.class.getName()));
        command.addAll(SmallApplication.arguments(home, properties));
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Returns when it has said that it is ready. */
    Child ready() throws IOException {
        BufferedReader said = process.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(SmallApplication.READY)) {
                return this;
            }
            lines.add(line);
        }
        throw new AssertionError("it ended before it was ready:\n" + String.join("\n", lines));
    }

    /** All it says until it ends by itself. */
    String lastWords() throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    Process process() {
        return process;
    }

    /** PostgreSQL and Redis of this folder. */
    static List<ProcessHandle> servers(Path home) throws IOException {
        List<ProcessHandle> servers = new ArrayList<>();
        for (Path file : List.of(PostgresProgram.pidFile(home), RedisServer.pidFile(home))) {
            servers.add(ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().trim()))
                    .orElseThrow());
        }
        return servers;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
