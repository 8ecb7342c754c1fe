package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Who serves the city cannot erase their account before their service is ended. */
public final class StaffAccountStays extends Problem.NotAllowed {

    public StaffAccountStays() {
        super("staff-account-stays", Map.of());
    }
}
