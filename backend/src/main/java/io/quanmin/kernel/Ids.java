package io.quanmin.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes new ids: UUIDv7 (RFC 9562), so that they sort by the moment they were made. */
@Component
public final class Ids {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id in a district. */
    public Id next(String district) {
        long time = clock.millis() << 16;
        long low = random.nextLong() >>> 2;
        return new Id(district, new UUID(time | VERSION_7 | random.nextInt(1 << 12), VARIANT | low));
    }
}
