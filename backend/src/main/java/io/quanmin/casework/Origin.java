package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case keeps from its report.
 *
 * @param rules the version of the rulebook it began under
 * @param anonymous whether the reporter wants to stay unnamed to the public
 * @param hidden whether they want to stay unnamed to the unit that handles it
 * @param reporter absent once their account is erased
 */
record Origin(
        int rules,
        boolean anonymous,
        boolean hidden,
        CasePlace place,
        @Nullable Id reporter,
        Instant at,
        Publicly publicly) {

    /** Where it is, in words that everybody may read. */
    String publicPlace() {
        return publicly.address().isEmpty() ? place.areaName() : publicly.address();
    }
}
