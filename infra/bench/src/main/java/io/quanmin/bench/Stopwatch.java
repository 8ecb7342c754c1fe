package io.quanmin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Time on the wall, and CPU time of the whole machine, since it was started. */
final class Stopwatch {

    /** Linux counts CPU time in hundredths of a second. */
    private static final double TICKS = 100;

    private final long started = System.nanoTime();
    private final double busy = busySeconds();

    Contestant.Round stop(long operations) {
        return new Contestant.Round(operations, (System.nanoTime() - started) / 1e9, busySeconds() - busy);
    }

    /** All but idle and waiting for disks, from /proc/stat; 0 where there is none. */
    private static double busySeconds() {
        try {
            String[] fields =
                    Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
            long[] ticks =
                    Arrays.stream(fields).skip(1).mapToLong(Long::parseLong).toArray();
            return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / TICKS;
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
