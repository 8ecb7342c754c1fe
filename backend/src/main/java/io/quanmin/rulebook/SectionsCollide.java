package io.quanmin.rulebook;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** The draft and the newest version changed the same sections, each in its own way; {@code sections} are their names. */
public final class SectionsCollide extends Problem.NotAllowed {

    SectionsCollide(List<String> sections) {
        super("sections-collide", Map.of("sections", sections), String.join("、", sections));
    }
}
