package io.quanmin.rulebook;

import java.time.Instant;
import java.util.List;

/** The content of a version as it is kept: {@link Rules} without what the row itself says. */
record Book(
        List<TypeGroup> groups,
        FlowTable flow,
        WorkingCalendar calendar,
        TimeRules time,
        DuplicateRules duplicates,
        SuggestionRules suggestions,
        Responsibility responsibility,
        LinkageRules linkage,
        FormRules forms,
        ApprovalRules approval,
        VolunteerRules volunteers,
        ClaimRules claims,
        QualityRules quality) {

    Rules rules(int version, Instant effectiveFrom) {
        return new Rules(
                version,
                effectiveFrom,
                groups,
                flow,
                calendar,
                time,
                duplicates,
                suggestions,
                responsibility,
                linkage,
                forms,
                approval,
                volunteers,
                claims,
                quality);
    }
}
