package io.quanmin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/** Redis as a child process. */
final class RedisServer implements AutoCloseable {

    private static final String PROGRAM = "redis-server";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final String secret;
    private final ProcessHandle process;

    private RedisServer(int port, String secret, ProcessHandle process) {
        this.port = port;
        this.secret = secret;
        this.process = process;
    }

    static RedisServer start(Home home, EmbeddedSettings settings) throws IOException {
        Path data = home.folder("redis/data");
        Path pidFile = home.file("redis/pid");
        Optional<ProcessHandle> leftover = Daemon.find(pidFile, PROGRAM);
        if (leftover.isPresent()) {
            Daemon.stop(leftover.get());
        }
        Files.deleteIfExists(pidFile);
        int port = Ports.claim("Redis", settings.redisPort());
        launch(home, command(program(home), data, home, port, settings.throwaway()));
        return awaitReady(port, home.secret(), pidFile);
    }

    private static Path program(Home home) throws IOException {
        Path folder = home.folder("redis/program");
        try (var there = Files.list(folder)) {
            Optional<Path> kept = there.findFirst();
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    }

    /** As a daemon it has its own session, so that Ctrl-C in a terminal reaches the application first. */
    private static List<String> command(Path program, Path data, Home home, int port, boolean throwaway)
            throws IOException {
        return List.of(
                program.toString(),
                "--daemonize",
                "yes",
                "--pidfile",
                home.file("redis/pid").toString(),
                "--logfile",
                home.file("redis/log").toString(),
                "--dir",
                data.toString(),
                "--bind",
                Ports.HOST,
                "--port",
                Integer.toString(port),
                "--requirepass",
                home.secret(),
                "--appendonly",
                throwaway ? "no" : "yes",
                "--save",
                "");
    }

    private static void launch(Home home, List<String> command) throws IOException {
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.file("redis/log").toFile()))
                .start();
        try {
            if (launcher.waitFor() != 0) {
                throw new IOException("Redis did not start, see " + home.file("redis/log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static RedisServer awaitReady(int port, String secret, Path pidFile) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<ProcessHandle> process = Daemon.find(pidFile, PROGRAM);
            if (process.isPresent() && answers(port, secret)) {
                return new RedisServer(port, secret, process.get());
            }
            pause();
        }
        throw new IOException("Redis does not answer, see " + pidFile.resolveSibling("log"));
    }

    private static boolean answers(int port, String secret) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), 500);
            socket.setSoTimeout(500);
            OutputStream out = socket.getOutputStream();
            out.write("AUTH %s\r\nPING\r\n".formatted(secret).getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).equals("+OK\r\n+PONG\r\n");
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    int port() {
        return port;
    }

    String password() {
        return secret;
    }

    @Override
    public void close() throws IOException {
        Daemon.stop(process);
    }
}
