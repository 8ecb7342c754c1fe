package io.quanmin.casework;

import io.quanmin.approval.Qualification;
import io.quanmin.kernel.Id;
import java.util.Set;

/**
 * What bears on who may judge a case or do it again, beyond the case itself.
 *
 * @param reportedToo whether whoever looks at it reported the same problem, in a case merged into it
 * @param hands who of the unit at work could handle it, where it was reopened: of whoever looks at it, where theirs was called with others; those
 *     who are away are left out
 * @param drawn whether it waits for another inspection after it was closed
 * @param called whether its reporter is still to be called back
 * @param qualified for which types of problem whoever looks at it may review
 */
record Assurance(boolean reportedToo, Set<Id> hands, boolean drawn, boolean called, Qualification qualified) {

    static final Assurance NONE = new Assurance(false, Set.of(), false, false, Qualification.ALL);

    Assurance qualified(Qualification qualification) {
        return new Assurance(reportedToo, hands, drawn, called, qualification);
    }

    boolean qualifiedFor(String type) {
        return qualified.covers(type);
    }
}
