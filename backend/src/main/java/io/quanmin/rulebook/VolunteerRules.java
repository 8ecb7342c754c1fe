package io.quanmin.rulebook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everyone a grid worker: what volunteers learn, how they are asked, and what their answers weigh. */
public record VolunteerRules(Training training, Asks asks, Weights weights, Enough enough) {

    /**
     * What must be known before anybody is asked.
     *
     * @param asked questions in one quiz; none where nobody can enrol
     * @param pass right answers that are enough
     * @param again how long to wait after failing
     */
    public record Training(List<Lesson> lessons, List<Question> questions, int asked, int pass, Duration again) {

        public Training {
            lessons = List.copyOf(lessons);
            questions = List.copyOf(questions);
        }

        /** A question by its code; empty when there is none in this version. */
        public Optional<Question> question(String code) {
            return questions.stream()
                    .filter(question -> question.code().equals(code))
                    .findFirst();
        }
    }

    /** @param text paragraphs */
    public record Lesson(String code, String title, List<String> text) {

        public Lesson {
            text = List.copyOf(text);
        }
    }

    /**
     * A question of the quiz.
     *
     * @param right which choice, from 0; never leaves the service
     * @param why shown with the result
     */
    public record Question(String code, String text, List<String> choices, int right, String why) {

        public Question {
            choices = List.copyOf(choices);
        }
    }

    /**
     * How volunteers are asked to look at a report or a repair.
     *
     * @param people how many are asked about one; none where nobody is asked
     * @param radius metres from the point they chose themselves; also how far around tasks are shown
     * @param lasts how long an ask may be answered
     * @param perDay how many asks one person gets in a day at most
     * @param takers how many may offer to look without having been asked
     */
    public record Asks(int people, double radius, Duration lasts, int perDay, int takers) {}

    /**
     * What an answer weighs: the sum of its parts, lessened by the factors that apply.
     *
     * @param answer any answer
     * @param photo more with a photo
     * @param near more when given within {@code nearMetres} of the place
     * @param agreement more by the share of past answers that turned out right, from {@code settled} of them on
     * @param supporter factor for whoever follows the case because they met the same problem
     * @param unasked factor for whoever offered to look
     */
    public record Weights(
            double answer,
            double photo,
            double near,
            double nearMetres,
            double agreement,
            int settled,
            double supporter,
            double unasked) {}

    /**
     * When answers alone confirm a report that is not dangerous: enough weight by enough people, and nobody who says no.
     *
     * @param confirms whether they ever do
     * @param note of the step in the history; {@code {count}} is how many said yes
     */
    public record Enough(boolean confirms, double weight, int yes, String note) {}
}
