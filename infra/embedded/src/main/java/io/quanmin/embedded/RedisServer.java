package io.quanmin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Redis as a child process. */
final class RedisServer implements AutoCloseable {

    private final int port;
    private final String secret;
    private final ProcessHandle process;

    private RedisServer(int port, String secret, ProcessHandle process) {
        this.port = port;
        this.secret = secret;
        this.process = process;
    }

    /** A server that a killed run left behind is ended first; what it kept is read again. */
    static RedisServer start(Home home, Programs programs, EmbeddedSettings settings) throws IOException {
        Path folder = home.folder("redis");
        Path pidFile = pidFile(home.folder());
        Optional<ProcessHandle> leftover = Daemon.find(pidFile, programs.folder());
        if (leftover.isPresent()) {
            Daemon.stop(leftover.get());
        }
        Files.deleteIfExists(pidFile);
        int port = Ports.claim("Redis", "redis", settings.redisPort());
        Path configuration = folder.resolve("redis.conf");
        Home.writePrivately(configuration, configuration(folder, port, home.secret(), settings.throwaway()));
        Command.run(List.of(programs.redis().toString(), configuration.toString()), folder.resolve("log"));
        if (!Patience.until(() -> answers(port, home.secret()))) {
            throw new IOException("Redis does not answer, see " + folder.resolve("log"));
        }
        ProcessHandle process = Daemon.find(pidFile, programs.folder()).orElseThrow();
        return new RedisServer(port, home.secret(), process);
    }

    static Path pidFile(Path home) {
        return home.resolve("redis/pid");
    }

    /**
     * In a file, where the password is not seen in the list of processes. As a daemon Redis has its own session, so
     * that Ctrl-C in a terminal reaches the application only.
     */
    private static String configuration(Path folder, int port, String secret, boolean throwaway) {
        return """
                daemonize yes
                bind %s
                port %d
                requirepass %s
                dir "%s"
                pidfile "%4$s/pid"
                logfile "%4$s/log"
                appendonly %s
                save ""
                """.formatted(Ports.HOST, port, secret, folder, throwaway ? "no" : "yes");
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
