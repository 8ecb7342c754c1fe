package io.quanmin.bench;

import java.io.IOException;
import java.time.Duration;

/** pgbench with the query of a path. */
record QueryLimit(PgBench pgbench) implements Contestant {

    static QueryLimit of(City city, String resource, int clients) throws IOException {
        return new QueryLimit(new PgBench(city, resource, clients));
    }

    @Override
    public String name() {
        return "pgbench, same query";
    }

    @Override
    public Round run(Duration length) throws Exception {
        Stopwatch watch = new Stopwatch();
        Round round = watch.stop(pgbench.run(length));
        return new Round(round.operations(), length.toSeconds(), round.cpuSeconds());
    }
}
