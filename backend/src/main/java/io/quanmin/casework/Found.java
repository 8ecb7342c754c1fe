package io.quanmin.casework;

import org.jspecify.annotations.Nullable;

/**
 * A case found for a list.
 *
 * @param distance metres from the place asked about, where one was
 */
record Found(CaseFile file, @Nullable Double distance) {

    static Found of(CaseFile file) {
        return new Found(file, null);
    }
}
