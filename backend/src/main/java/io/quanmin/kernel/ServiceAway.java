package io.quanmin.kernel;

import java.time.Duration;

/** The database, the store or another server this service stands on does not answer just now. */
public final class ServiceAway extends Problem.Unavailable {

    public ServiceAway() {
        super("service-away", Duration.ofSeconds(5));
    }
}
