package io.quanmin.volunteer;

import io.quanmin.rulebook.VolunteerRules;
import java.util.List;

/** Questions to be answered; which choice is right stays here. */
record QuizView(int pass, List<Asked> questions) {

    static QuizView of(VolunteerRules.Training training, List<String> codes) {
        List<Asked> asked = codes.stream()
                .flatMap(code -> training.question(code).stream())
                .map(question -> new Asked(question.code(), question.text(), question.choices()))
                .toList();
        return new QuizView(training.pass(), asked);
    }

    /** A question. */
    record Asked(String code, String text, List<String> choices) {}
}
