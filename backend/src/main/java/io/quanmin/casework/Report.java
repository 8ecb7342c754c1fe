package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.util.List;

/** What a citizen reports; texts are clean and within their limits. */
record Report(String type, String description, Spot spot, List<Id> photos, boolean anonymous) {

    /** All words the citizen wrote, for the content check. */
    String words() {
        String address = spot.address();
        return address == null ? description : description + "\n" + address;
    }
}
