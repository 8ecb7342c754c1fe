package io.quanmin.embedded;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Speaks to the three stores by what the application is told about them, as any client would. */
record Stores(Environment environment) {

    static Stores of(ApplicationContext application) {
        return new Stores(application.getEnvironment());
    }

    /** The first column of the first row, or null where the statement returns none. */
    @Nullable
    String sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        said("spring.flyway.url"), said("spring.flyway.user"), said("spring.flyway.password"));
                Statement sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return null;
            }
            try (ResultSet rows = sql.getResultSet()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    void change(String statement) throws SQLException {
        if (sql(statement) != null) {
            throw new IllegalArgumentException("this asks and does not change: " + statement);
        }
    }

    /** The last answer to commands in Redis's inline form, without its line end. */
    String redis(String... commands) throws IOException {
        try (Socket socket =
                new Socket(said("spring.data.redis.host"), Integer.parseInt(said("spring.data.redis.port")))) {
            String all = String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] lines = answers.split("\r\n");
            return lines[lines.length - 2];
        }
    }

    String authenticated() {
        return "AUTH " + said("spring.data.redis.password");
    }

    S3Client objects() {
        return objects(said("quanmin.media.secret-key"));
    }

    S3Client objects(String secretKey) {
        return S3Client.builder()
                .endpointOverride(URI.create(said("quanmin.media.endpoint")))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(said("quanmin.media.access-key"), secretKey)))
                .build();
    }

    String said(String property) {
        return environment.getRequiredProperty(property);
    }
}
