package io.quanmin.volunteer;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** There are no questions to answer. */
final class QuizNotOpen extends Problem.NotAllowed {

    QuizNotOpen() {
        super("quiz-not-open", Map.of());
    }
}
