package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.ProblemType;
import java.time.Instant;

/**
 * An open case, as far as rules decide about it.
 *
 * @param rules the version it began under
 * @param difficulty as proposed by rule until a reviewer has decided
 * @param since when it came to its stage
 */
record OpenCase(
        Id id,
        String number,
        int rules,
        String type,
        ProblemType.Difficulty difficulty,
        String stage,
        String area,
        Instant since) {}
