package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen reports; texts are clean and within their limits.
 *
 * @param photos of the problem
 * @param hidden whether the unit that handles it is not to learn who reported
 * @param after photos of the place afterwards, where the reporter has solved it already; else none
 * @param answers to what is asked about the type
 * @param position of the phone, where that was said of a problem solved already; compared with the place and forgotten
 */
record Report(
        String type,
        String description,
        Spot spot,
        List<Id> photos,
        boolean anonymous,
        boolean hidden,
        FormAnswers answers,
        List<Id> after,
        @Nullable GeoPoint position) {

    boolean solved() {
        return !after.isEmpty();
    }

    /** All words the citizen wrote, for the content check. */
    String words() {
        String address = spot.address();
        String told = address == null ? description : description + "\n" + address;
        return answers.given().isEmpty()
                ? told
                : told + "\n" + String.join("\n", answers.given().values());
    }
}
