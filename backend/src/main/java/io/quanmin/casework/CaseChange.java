package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;

/**
 * That a case moved, for those who look at it or at a list it is in. A hint to look again, no more.
 *
 * @param version it has now
 * @param step what was done
 * @param stage where it is now
 * @param area where its place is
 * @param units who has it, or was called to it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CaseChange(Id id, long version, String step, String stage, String area, List<Id> units, Instant at) {

    CaseChange {
        units = List.copyOf(units);
    }

    /** Whether it is on a desk. */
    boolean within(DeskTable.Reach reach) {
        boolean ofArea = reach.area() != null && area.startsWith(reach.area());
        return ofArea || reach.unit() != null && units.contains(reach.unit());
    }
}
