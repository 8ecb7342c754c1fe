package io.quanmin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A script run by pgbench against the city's database by so many clients. */
final class PgBench {

    private final City city;
    private final String pgbench;
    private final Path script;
    private final int clients;

    /** @param resource the script, beside this class's package root */
    PgBench(City city, String resource, int clients) throws IOException {
        this.city = city;
        this.clients = clients;
        this.pgbench = program();
        this.script = Files.createTempFile("bench", ".sql");
        try (InputStream sql = Objects.requireNonNull(PgBench.class.getResourceAsStream(resource))) {
            var unused = Files.copy(sql, script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** On the path, or where Debian keeps it. */
    private static String program() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return "pgbench";
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst()
                    .orElse("pgbench");
        }
    }

    /** How many transactions it did in a while. */
    long run(Duration length) throws Exception {
        return Long.parseLong(between(pgbench(length), "number of transactions actually processed: ", "\n"));
    }

    private String pgbench(Duration length) throws Exception {
        URI database = URI.create(city.property("spring.flyway.url").substring("jdbc:".length()));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                pgbench,
                "-n",
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-M",
                "prepared",
                "-T",
                String.valueOf(length.toSeconds()),
                "-f",
                script.toString(),
                "-h",
                database.getHost(),
                "-p",
                String.valueOf(database.getPort()),
                "-U",
                city.property("spring.flyway.user"),
                database.getPath().substring(1)));
        builder.environment().put("PGPASSWORD", city.property("spring.flyway.password"));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        return said;
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        String rest = text.substring(from, text.indexOf(after, from));
        return rest.replaceAll("[^0-9].*", "");
    }
}
