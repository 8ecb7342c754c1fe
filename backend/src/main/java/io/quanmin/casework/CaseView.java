package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanmin.kernel.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as far as a viewer may see it.
 *
 * @param mine whether the viewer reported it
 * @param reporter for staff; for others by the name they gave themselves, unless they asked not to be named
 * @param screening for staff
 * @param allowed what this viewer may do now
 */
record CaseView(
        @JsonUnwrapped CaseSummary summary,
        List<PhotoView> photos,
        List<PhotoView> results,
        boolean anonymous,
        boolean mine,
        @Nullable Reporter reporter,
        @Nullable Screening screening,
        List<AllowedStep> allowed,
        List<TimelineEntry> timeline,
        @Nullable Rating rating,
        @Nullable Id mergedInto,
        @JsonUnwrapped Support support) {

    /** Who reported, by the name they gave themselves. */
    record Reporter(String name) {}
}
