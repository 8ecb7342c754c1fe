package io.quanmin.campaign;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody else changed the article meanwhile; {@code current} is the article as it is now. */
final class StaleArticle extends Problem.Conflict {

    StaleArticle(DraftView current) {
        super("stale-article", Map.of("current", current));
    }
}
