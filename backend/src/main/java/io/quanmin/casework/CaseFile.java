package io.quanmin.casework;

import io.quanmin.kernel.Id;

/**
 * A case.
 *
 * @param number what people call it, such as {@code 990102-20261123-0007}
 */
record CaseFile(Id id, String number, Origin origin, Standing now) {

    CaseFile with(Standing next) {
        return new CaseFile(id, number, origin, next);
    }

    boolean isOf(Id person) {
        return person.equals(origin.reporter());
    }
}
