package io.quanmin.outbox;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patiently news is told.
 *
 * @param worker whether this node delivers; one that does not still writes events down
 * @param poll how often the database is asked when nobody gave a hint: the guarantee
 * @param batch deliveries leased at once by one consumer on one node
 * @param concurrency deliveries of one consumer in hand at once on one node
 * @param timeout how long a consumer may take over one delivery
 * @param lease after this a delivery taken by a node that fell silent is taken by another
 * @param attempts how often a delivery is tried before it becomes a dead letter
 * @param firstPause before the second attempt; doubled each time, with jitter
 * @param longestPause never longer than this
 * @param patience how long a fresh event may wait for older transactions that still run, so that order is kept; a transaction
 *     longer than this delays nobody
 * @param keep how long an event is kept after everybody has had it
 * @param deadKept how long a dead letter waits for a person before it is given up, and its event with it
 * @param forgetConsumer a consumer that no node has known for so long is struck off, with what waits for it
 */
@Validated
@ConfigurationProperties("quanmin.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean worker,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("64") @Min(1) @Max(1000) int batch,
        @DefaultValue("16") @Min(1) @Max(256) int concurrency,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("12") @Min(1) int attempts,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("180d") Duration deadKept,
        @DefaultValue("30d") Duration forgetConsumer) {

    /** A delivery waits its turn within the lease, then has its whole time-out. */
    @AssertTrue
    boolean isLeaseLongEnough() {
        return lease.compareTo(timeout.multipliedBy(2)) >= 0;
    }
}
