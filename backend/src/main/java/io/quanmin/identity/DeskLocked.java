package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.time.Duration;

/** Too many wrong passwords for one login; the same for a login that does not exist. */
public final class DeskLocked extends Problem.TooMany {

    public DeskLocked(Duration wait) {
        super("desk-locked", wait, Math.max(1, wait.plusSeconds(59).toMinutes()));
    }
}
