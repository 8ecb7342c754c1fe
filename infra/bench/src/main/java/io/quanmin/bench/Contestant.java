package io.quanmin.bench;

import java.time.Duration;

/** One way to do the work. */
interface Contestant {

    String name();

    /**
     * Does the work for a while, as fast as it can, and checks what came of it: statuses, and the rows or objects that are there
     * afterwards. Throws when anything is not as it should be.
     */
    Round run(Duration length) throws Exception;

    /**
     * What came of a round.
     *
     * @param operations done and checked
     * @param seconds they took
     * @param cpuSeconds of the whole machine meanwhile
     */
    record Round(long operations, double seconds, double cpuSeconds) {

        double perSecond() {
            return operations / seconds;
        }

        double cpuMillisPerOperation() {
            return cpuSeconds * 1000 / operations;
        }
    }
}
