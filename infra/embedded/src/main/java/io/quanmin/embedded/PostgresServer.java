package io.quanmin.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL as a child process, in the locale that makes Chinese text searchable. */
final class PostgresServer implements AutoCloseable {

    static final String USER = "quanmin";

    /** More than one test context keeps a pool open at once. */
    private static final int MAX_CONNECTIONS = 300;

    private final EmbeddedPostgres server;
    private final String secret;

    private PostgresServer(EmbeddedPostgres server, String secret) {
        this.server = server;
        this.secret = secret;
    }

    static PostgresServer start(Home home, EmbeddedSettings settings) throws IOException {
        Path data = home.folder("postgres/data");
        Optional<ProcessHandle> leftover = Daemon.find(data.resolve("postmaster.pid"), "postgres");
        if (leftover.isPresent()) {
            Daemon.stop(leftover.get());
        }
        int port = Ports.claim("PostgreSQL", settings.postgresPort());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setConnectConfig("password", home.secret())
                .setOutputRedirector(Redirect.appendTo(home.file("postgres/log").toFile()))
                .setErrorRedirector(Redirect.appendTo(home.file("postgres/log").toFile()));
        if (!settings.throwaway()) {
            builder.setOverrideWorkingDirectory(home.folder("postgres/program").toFile());
        }
        creation(home).forEach(builder::setLocaleConfig);
        running(settings).forEach(builder::setServerConfig);
        return new PostgresServer(builder.start(), home.secret());
    }

    /**
     * Options of initdb. Started without LANG it would take locale C, in which a Chinese phrase has no trigrams; the
     * builtin provider depends on no machine.
     */
    private static Map<String, String> creation(Home home) {
        return Map.of(
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "locale", "C",
                "auth", "scram-sha-256",
                "pwfile", home.file("secret").toString());
    }

    private static Map<String, String> running(EmbeddedSettings settings) {
        String durable = settings.throwaway() ? "off" : "on";
        return Map.of(
                "fsync",
                durable,
                "full_page_writes",
                durable,
                "synchronous_commit",
                durable,
                "max_connections",
                Integer.toString(MAX_CONNECTIONS),
                "listen_addresses",
                Ports.HOST,
                "unix_socket_directories",
                "",
                "timezone",
                "UTC");
    }

    String address(String protocol, String database) {
        return "%s:postgresql://%s:%d/%s".formatted(protocol, Ports.HOST, server.getPort(), database);
    }

    String password() {
        return secret;
    }

    /** Makes the database, owned by a role that is no superuser, unless it is there. */
    void createDatabase(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(connection, "select 1 from pg_roles where rolname = ?", USER)) {
                statement.execute("create role %s login password '%s'".formatted(USER, secret));
            }
            if (isMissing(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute(
                        "create database %s owner %s".formatted(statement.enquoteIdentifier(name, true), USER));
            }
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
