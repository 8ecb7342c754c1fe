package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The working group is never without a head: another one is appointed first. */
final class HeadStays extends Problem.NotAllowed {

    HeadStays() {
        super("head-stays", Map.of());
    }
}
