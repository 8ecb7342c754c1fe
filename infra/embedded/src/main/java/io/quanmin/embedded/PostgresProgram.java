package io.quanmin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's {@code initdb} and {@code pg_ctl} for one data folder. */
final class PostgresProgram {

    private static final String PATIENCE_SECONDS = "30";

    /** Several test contexts keep their pools open at once. */
    private static final int MAX_CONNECTIONS = 300;

    private final Path bin;
    private final Path folder;
    private final Path log;
    private final Unprivileged account;
    private final boolean durable;

    /**
     * @param program the unpacked program
     * @param folder holds the data and the log
     * @param durable whether what is said to be written is on the disk
     */
    PostgresProgram(Path program, Path folder, Unprivileged account, boolean durable) {
        this.bin = program.resolve("bin");
        this.folder = folder;
        this.log = folder.resolve("log");
        this.account = account;
        this.durable = durable;
    }

    /** Makes an empty cluster with this superuser password, unless there is one; moved into place when complete. */
    void initialise(String password) throws IOException {
        if (Files.exists(data())) {
            return;
        }
        Path unfinished = folder.resolve("unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        account.own(folder, log);
        try {
            account.run(initdb(unfinished, passwordFile), log);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Started without LANG the cluster would have locale C, in which a Chinese phrase has no trigrams. The builtin
     * provider depends on no machine; pg_trgm still asks the C library what is a letter, so that needs Unicode too.
     */
    private List<String> initdb(Path data, Path passwordFile) {
        return List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + (System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8"),
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                durable ? "--sync-method=fsync" : "--no-sync");
    }

    /** Returns when the server answers on this port of the loopback address. */
    void start(int port) throws IOException {
        control("start", "--log=" + log, "--options=" + options(port));
    }

    private String options(int port) {
        String safe = durable ? "on" : "off";
        return Stream.of(
                        "port=" + port,
                        "listen_addresses=" + Ports.HOST,
                        "unix_socket_directories=",
                        "max_connections=" + MAX_CONNECTIONS,
                        "timezone=UTC",
                        "fsync=" + safe,
                        "full_page_writes=" + safe,
                        "synchronous_commit=" + safe)
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    /** Ends the server and the connections it still has, everything written. */
    void stop() throws IOException {
        control("stop", "--mode=fast");
    }

    private void control(String action, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                bin.resolve("pg_ctl").toString(),
                action,
                "--pgdata=" + data(),
                "--wait",
                "--timeout=" + PATIENCE_SECONDS));
        command.addAll(List.of(options));
        account.run(command, log);
    }

    static Path pidFile(Path home) {
        return home.resolve("postgres/data/postmaster.pid");
    }

    private Path data() {
        return folder.resolve("data");
    }
}
