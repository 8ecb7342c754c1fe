package io.quanmin.media;

import io.quanmin.kernel.CitySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;

/** Sweeps as if some time had passed. */
@TestComponent
final class Sweeper {

    private final Later clock = new Later();
    private final Sweeping sweeping;

    Sweeper(
            SweepTable table,
            LeftoverTable leftovers,
            ScreeningTable requests,
            RedactionTable redactions,
            Redacting redacting,
            PhotoStore store,
            MediaSettings settings,
            CitySettings city) {
        this.sweeping = new Sweeping(table, leftovers, requests, redactions, redacting, store, settings, city, clock);
    }

    void sweepAfter(Duration time) {
        clock.ahead = time;
        sweeping.sweep().block(Duration.ofSeconds(60));
    }

    private static final class Later extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
