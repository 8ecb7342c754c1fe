package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer is asked, and what they answered.
 *
 * @param about {@code REPORT}: is it there; {@code REPAIR}: was it repaired
 * @param open whether it may be answered, or the answer changed
 * @param subject the case as everybody sees it
 */
record AskView(
        Id id,
        About about,
        CaseSummary subject,
        Instant askedAt,
        Instant endsAt,
        boolean open,
        boolean invited,
        @Nullable Said answer) {

    /** @param distance metres from the case, where they said */
    record Said(
            About.Answer answer,
            Instant at,
            @Nullable String note,
            List<PhotoView> photos,
            @Nullable Double distance) {}
}
