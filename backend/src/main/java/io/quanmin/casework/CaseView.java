package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanmin.kernel.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as far as a viewer may see it.
 *
 * @param answers to what is asked about the type; the public sees those that are for everybody
 * @param mine whether the viewer reported it
 * @param reporter for staff; for others by the name they gave themselves, unless they asked not to be named
 * @param befores photos of who solved it, from before
 * @param held whether the viewer has claimed it
 * @param holder the citizen who has claimed it, for staff
 * @param check of a citizen's result, for staff and who brought it
 * @param screening for staff
 * @param allowed what this viewer may do now
 * @param asks what volunteers were asked and answered
 * @param answer the official public answer; for others than staff once it is closed
 * @param hold for staff; who is at work on it now
 * @param shown what others see of it; for staff and the reporter
 * @param suggested what the model says, for those who review and dispatch
 * @param assignees who sees to it, of each unit that has a task in it; for staff
 * @param assigning whether this viewer may say who of their unit does
 */
record CaseView(
        @JsonUnwrapped CaseSummary summary,
        List<PhotoView> photos,
        List<PhotoView> befores,
        List<PhotoView> results,
        List<FormAnswers.Answered> answers,
        boolean anonymous,
        boolean mine,
        @Nullable Reporter reporter,
        boolean held,
        @Nullable Reporter holder,
        @Nullable CheckView check,
        @Nullable Screening screening,
        List<AllowedStep> allowed,
        List<TimelineEntry> timeline,
        @Nullable Rating rating,
        @Nullable Id mergedInto,
        @Nullable String answer,
        @Nullable HoldView hold,
        LinkageView linkage,
        @JsonUnwrapped Support support,
        List<AskingView> asks,
        @Nullable SuggestionView suggested,
        @Nullable Shown shown,
        @Nullable List<AssigneeView> assignees,
        boolean assigning) {

    /** Who reported, by the name they gave themselves. */
    record Reporter(String name) {}

    /**
     * What others see of a case.
     *
     * @param description as the public reads it
     * @param edited whether a reviewer wrote that
     * @param hiddenFromHandlers whether the unit that handles it does not learn who reported
     */
    record Shown(String description, boolean edited, boolean hiddenFromHandlers) {

        static Shown of(CaseFile file) {
            Publicly publicly = file.origin().publicly();
            return new Shown(
                    publicly.description(), publicly.edited(), file.origin().hidden());
        }
    }
}
