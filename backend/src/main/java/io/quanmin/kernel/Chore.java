package io.quanmin.kernel;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Work that comes round on every node for as long as it runs, the first time one {@link #every()} after the start. Nodes do it
 * at the same time unless the work itself sees to that.
 */
public interface Chore {

    /** The pause between two rounds. */
    Duration every();

    /** One round. A failure is told to the log, and the next round comes all the same. */
    Mono<?> round();
}
