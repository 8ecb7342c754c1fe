package io.quanmin.bench;

import java.io.IOException;
import java.time.Duration;

/** pgbench with the statements of a report: what the database can do when nobody asks who one is. */
final class ReportLimit implements Contestant {

    private final City city;
    private final PgBench pgbench;

    ReportLimit(City city, int clients) throws IOException {
        this.city = city;
        this.pgbench = new PgBench(city, "/report.sql", clients);
    }

    @Override
    public String name() {
        return "pgbench, same statements";
    }

    @Override
    public Round run(Duration length) throws Exception {
        long before = rows();
        Stopwatch watch = new Stopwatch();
        long done = pgbench.run(length);
        Round round = watch.stop(done);
        if (rows() - before != done) {
            throw new IllegalStateException("pgbench says " + done + " but " + (rows() - before) + " cases are there");
        }
        return new Round(done, length.toSeconds(), round.cpuSeconds());
    }

    private long rows() {
        return city.count("select count(*) from casework.case_file");
    }
}
