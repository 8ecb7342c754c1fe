package io.quanmin.casework;

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
 * @param qualified for which types of problem whoever looks at it may review; none named is all
 */
record Assurance(boolean reportedToo, Set<Id> hands, boolean drawn, boolean called, Set<String> qualified) {

    static final Assurance NONE = new Assurance(false, Set.of(), false, false, Set.of());

    Assurance qualified(Set<String> types) {
        return new Assurance(reportedToo, hands, drawn, called, types);
    }

    boolean qualifiedFor(String type) {
        return qualified.isEmpty() || qualified.contains(type);
    }
}
