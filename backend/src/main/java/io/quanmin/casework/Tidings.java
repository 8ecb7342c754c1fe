package io.quanmin.casework;

import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who hears what of a step. Facts in, notices out.
 *
 * @param before how the case stood; absent for a report
 * @param after the case now
 */
record Tidings(
        @Nullable Standing before,
        CaseFile after,
        Facts facts,
        Following following,
        String emergencyUnit,
        ZoneId zone) {

    /** The notices of the steps just taken, in their order. */
    List<Notice> of(List<TakenStep> steps) {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean passedThrough = i < steps.size() - 1;
            notices.addAll(of(steps.get(i), passedThrough));
        }
        return List.copyOf(notices);
    }

    private List<Notice> of(TakenStep step, boolean passedThrough) {
        StaffTidings staff = new StaffTidings(writing());
        return Stream.of(
                        staff.danger(step, emergencyUnit).stream(),
                        new CitizenTidings(writing(), following).of(step),
                        passedThrough ? Stream.<Notice>empty() : staff.work(step).stream(),
                        new PressingTidings(writing()).of(step),
                        staff.climbing(step),
                        staff.doneBadly(step).stream())
                .flatMap(notices -> notices)
                .toList();
    }

    Notice notice(TakenStep step, String template, Audience audience, Urgency urgency) {
        return writing().notice(step, template, audience, urgency);
    }

    private NoticeWriting writing() {
        return new NoticeWriting(before, after, facts, zone);
    }
}
