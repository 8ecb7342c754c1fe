package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;

/**
 * An open case, as far as rules decide about it.
 *
 * @param rules the version it began under
 * @param since when it came to its stage
 */
record OpenCase(Id id, String number, int rules, String type, String stage, String area, Instant since) {}
