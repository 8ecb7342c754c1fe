package io.quanmin.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL as a child process. */
final class PostgresServer implements AutoCloseable {

    static final String USER = "quanmin";

    private final PostgresProgram program;
    private final int port;
    private final String secret;

    private PostgresServer(PostgresProgram program, int port, String secret) {
        this.program = program;
        this.port = port;
        this.secret = secret;
    }

    /** A server that a killed run left behind is ended first; it had the settings of then. */
    static PostgresServer start(Home home, Programs programs, EmbeddedSettings settings, Unprivileged account)
            throws IOException {
        PostgresProgram program =
                new PostgresProgram(programs.postgres(), home.folder("postgres"), account, !settings.throwaway());
        if (Daemon.find(PostgresProgram.pidFile(home.folder()), programs.folder())
                .isPresent()) {
            program.stop();
        }
        int port = Ports.claim("PostgreSQL", "postgres", settings.postgresPort());
        program.initialise(home.secret());
        program.start(port);
        return new PostgresServer(program, port, home.secret());
    }

    String address(String protocol, String database) {
        return "%s:postgresql://%s:%d/%s".formatted(protocol, Ports.HOST, port, database);
    }

    String password() {
        return secret;
    }

    /** Makes the database, owned by a role that is no superuser, unless it is there. */
    void createDatabase(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address("jdbc", "postgres"), "postgres", secret);
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
        program.stop();
    }
}
