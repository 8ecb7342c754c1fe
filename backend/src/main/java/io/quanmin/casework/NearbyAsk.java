package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case nearby about which volunteers are asked.
 *
 * @param ask mine, where I am among them
 */
record NearbyAsk(
        About about,
        CaseSummary subject,
        Instant endsAt,
        @Nullable Id ask) {}
