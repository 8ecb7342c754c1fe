package io.quanmin.media;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** The service in a process of its own with a heap of 256 MB, on the servers of this test. */
final class SmallNode implements AutoCloseable {

    private static final List<String> ADDRESSES = List.of(
            "spring.r2dbc.url",
            "spring.r2dbc.username",
            "spring.r2dbc.password",
            "spring.flyway.url",
            "spring.flyway.user",
            "spring.flyway.password",
            "spring.data.redis.host",
            "spring.data.redis.port",
            "spring.data.redis.password",
            "quanmin.embedded.postgres.active",
            "quanmin.embedded.home",
            "quanmin.media.endpoint",
            "quanmin.media.public-endpoint",
            "quanmin.media.access-key",
            "quanmin.media.secret-key");

    final int port;
    final Path log;
    private final Process process;

    private SmallNode(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static SmallNode start(Environment environment, Path folder) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                withoutTests(),
                "io.quanmin.Quanmin",
                "--server.port=" + port,
                "--quanmin.embedded.enabled=false",
                // As long as a busy machine needs: this is about memory and not about speed.
                "--quanmin.media.workshop.patience=9m",
                "--quanmin.media.workshop.spool=" + folder.resolve("spool")));
        ADDRESSES.forEach(name -> command.add("--" + name + "=" + environment.getRequiredProperty(name)));
        Path log = folder.resolve("node.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new SmallNode(port, log, process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
