package io.quanmin.rulebook;

import io.quanmin.kernel.Problem;
import java.time.LocalDate;
import java.util.Map;

/** A draft would bring what an earlier version decided into effect before that version's own day. */
public final class EffectTooEarly extends Problem.NotAllowed {

    EffectTooEarly(int source, LocalDate soonest) {
        super("effect-too-early", Map.of("soonest", soonest), source, soonest.toString());
    }
}
