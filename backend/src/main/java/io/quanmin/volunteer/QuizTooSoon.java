package io.quanmin.volunteer;

import io.quanmin.kernel.Problem;
import java.time.Duration;

/** Whoever failed learns for a while before the next quiz. */
final class QuizTooSoon extends Problem.TooMany {

    QuizTooSoon(Duration wait) {
        super("quiz-too-soon", wait, Math.max(1, wait.plusSeconds(59).toMinutes()));
    }
}
