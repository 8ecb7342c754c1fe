package io.quanmin.casework;

import io.quanmin.casework.Result.Checked;
import io.quanmin.casework.Result.Doubt;
import io.quanmin.kernel.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last result of a citizen stood the check: for staff, and without the twin for who brought it.
 *
 * @param metres the farthest anything that came with it was from the case
 * @param doubts why a reviewer looks at it; none where the sample left it out
 * @param twin the case with a picture that looks the same
 */
record CheckView(
        @Nullable Double metres,
        List<Doubt> doubts,
        @Nullable Twin twin) {

    static CheckView of(Checked checked, @Nullable CaseFile twin) {
        return new CheckView(
                checked.metres(), checked.doubts(), twin == null ? null : new Twin(twin.id(), twin.number()));
    }

    /** Another case. */
    record Twin(Id id, String number) {}
}
