package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import java.time.Instant;

/** A delivery this worker holds the lease of. */
record Leased(Id event, Id subject, String payload, Instant at, int attempt) {}
