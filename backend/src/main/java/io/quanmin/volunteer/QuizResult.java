package io.quanmin.volunteer;

import io.quanmin.rulebook.VolunteerRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a quiz.
 *
 * @param again when it may be taken again, for who did not pass
 */
record QuizResult(
        boolean passed,
        long right,
        int asked,
        int pass,
        @Nullable Instant again,
        List<Explained> answers) {

    /** @param chosen the choice by question; all of them are there */
    static QuizResult of(VolunteerRules.Training training, Map<String, Integer> chosen, Instant now) {
        List<Explained> answers = chosen.entrySet().stream()
                .map(entry -> explained(training.question(entry.getKey()).orElseThrow(), entry.getValue()))
                .toList();
        long right = answers.stream().filter(Explained::correct).count();
        boolean passed = right >= training.pass();
        return new QuizResult(
                passed, right, answers.size(), training.pass(), passed ? null : now.plus(training.again()), answers);
    }

    private static Explained explained(VolunteerRules.Question question, int choice) {
        return new Explained(question.code(), question.text(), choice == question.right(), question.why());
    }

    /** Whether an answer was right, and why. */
    record Explained(String code, String text, boolean correct, String why) {}
}
