package io.quanmin.bench;

import io.quanmin.bench.Contestant.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A path against its limit: both warmed up alike in turns until the CPU each operation costs has settled, then rounds in shuffled
 * pairs; the result is the median of the paired ratios.
 */
final class Match {

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int ROUNDS = 7;
    /** A minute of its own load: before that the compiler alone takes a third of a core, evenly enough to look settled. */
    private static final int LEAST_WARM_UPS = 12;

    private static final int MOST_WARM_UPS = 24;
    private static final double SETTLED = 0.05;
    private static final double DRIFT = 0.15;

    private final Contestant limit;
    private final Contestant path;
    private final Random random;

    Match(Contestant limit, Contestant path, long seed) {
        this.limit = limit;
        this.path = path;
        this.random = new Random(seed);
    }

    Result play() throws Exception {
        boolean settled = warmUp();
        Round before = show(limit);
        List<Round> limits = new ArrayList<>();
        List<Round> paths = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            if (random.nextBoolean()) {
                limits.add(show(limit));
                paths.add(show(path));
            } else {
                paths.add(show(path));
                limits.add(show(limit));
            }
        }
        double drift = Math.abs(show(limit).perSecond() / before.perSecond() - 1);
        return new Result(limit.name(), path.name(), limits, paths, settled, drift);
    }

    /** Whether the last three windows of the path differ by less than 5 % in CPU per operation. */
    private boolean warmUp() throws Exception {
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            var unused = show(limit);
            costs.add(show(path).cpuMillisPerOperation());
            if (settled(costs)) {
                return true;
            }
        }
        return false;
    }

    private static boolean settled(List<Double> costs) {
        if (costs.size() < LEAST_WARM_UPS) {
            return false;
        }
        double[] last = costs.subList(costs.size() - 3, costs.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return last[2] / last[0] - 1 < SETTLED;
    }

    private static Round show(Contestant contestant) throws Exception {
        Round round = contestant.run(WINDOW);
        System.out.printf(
                "%-28s %,10.1f /s  %8.3f ms CPU%n",
                contestant.name(), round.perSecond(), round.cpuMillisPerOperation());
        return round;
    }

    /**
     * What came of it.
     *
     * @param settled whether the warm-up came to rest
     * @param drift by how much the limit itself changed from before to after
     */
    record Result(String limit, String path, List<Round> limits, List<Round> paths, boolean settled, double drift) {

        private double[] ratios() {
            double[] ratios = new double[paths.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = paths.get(i).perSecond() / limits.get(i).perSecond();
            }
            Arrays.sort(ratios);
            return ratios;
        }

        private static double median(List<Round> rounds, java.util.function.ToDoubleFunction<Round> of) {
            double[] values = rounds.stream().mapToDouble(of).sorted().toArray();
            return values[values.length / 2];
        }

        String summary() {
            double[] ratios = ratios();
            return """
                    %s against %s
                    ratio %.2f (median of %d pairs, %.2f to %.2f)
                    %,.1f/s against %,.1f/s; %.3f ms CPU an operation against %.3f, whole machine
                    warm-up %s; the limit drifted by %.0f %%%s""".formatted(
                            path,
                            limit,
                            ratios[ratios.length / 2],
                            ratios.length,
                            ratios[0],
                            ratios[ratios.length - 1],
                            median(paths, Round::perSecond),
                            median(limits, Round::perSecond),
                            median(paths, Round::cpuMillisPerOperation),
                            median(limits, Round::cpuMillisPerOperation),
                            settled ? "settled" : "NOT SETTLED",
                            drift * 100,
                            drift > DRIFT ? ": THE RUN IS VOID" : "");
        }
    }
}
