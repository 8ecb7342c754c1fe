package io.quanmin.approval;

import io.quanmin.kernel.Form;
import org.jspecify.annotations.Nullable;

/**
 * A step with what somebody looked at before it.
 *
 * @param reason where the step wants one
 */
record PaperSeen(@Nullable Long version, @Nullable String reason) {

    private static final int REASON = 500;

    long read() {
        Form form = new Form();
        long seen = form.version(version);
        form.check();
        return seen;
    }

    /** Why; fails where none is given. */
    String why() {
        Form form = new Form();
        String why = form.words("reason", reason, REASON);
        form.check();
        return why;
    }
}
