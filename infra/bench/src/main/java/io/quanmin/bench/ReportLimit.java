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

/** pgbench with the statements of a report: what the database can do when nobody asks who one is. */
final class ReportLimit implements Contestant {

    private final City city;
    private final String pgbench;
    private final Path script;
    private final int clients;

    ReportLimit(City city, int clients) throws IOException {
        this.city = city;
        this.clients = clients;
        this.pgbench = program();
        this.script = Files.createTempFile("report", ".sql");
        try (InputStream sql = Objects.requireNonNull(ReportLimit.class.getResourceAsStream("/report.sql"))) {
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

    @Override
    public String name() {
        return "pgbench, same statements";
    }

    @Override
    public Round run(Duration length) throws Exception {
        long before = rows();
        Stopwatch watch = new Stopwatch();
        String said = pgbench(length);
        long done = Long.parseLong(between(said, "number of transactions actually processed: ", "\n"));
        Round round = watch.stop(done);
        if (rows() - before != done) {
            throw new IllegalStateException("pgbench says " + done + " but " + (rows() - before) + " cases are there");
        }
        return new Round(done, length.toSeconds(), round.cpuSeconds());
    }

    private long rows() {
        return city.count("select count(*) from casework.case_file");
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
