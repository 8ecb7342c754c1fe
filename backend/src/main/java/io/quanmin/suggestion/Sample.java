package io.quanmin.suggestion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Something to learn from.
 *
 * @param key what tells it from others: the text it came from
 * @param label what it is
 */
record Sample(String key, String label, List<String> features) {

    /** Chosen before anything was measured, and never to be tuned. */
    private static final String SEED = "quanmin-20261124:";

    private static final int FIFTHS = 5;

    /**
     * Whether it is kept for examinations, as a fifth is. The same text is on the same side for ever, so that no version of the
     * model has seen what any version is examined on.
     */
    boolean heldOut() {
        CRC32 sum = new CRC32();
        sum.update((SEED + key).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % FIFTHS == 0;
    }
}
