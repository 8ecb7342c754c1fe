package io.quanmin.suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a model did on texts it has never seen.
 *
 * @param asked how many
 * @param right how many of them it knew
 * @param answered how many it was sure enough of to speak
 * @param answeredRight how many of those it knew
 * @param types by label, in the order of their codes
 * @param confusions what was taken for what, the most frequent first
 */
record Examination(
        int asked, int right, int answered, int answeredRight, Map<String, OfType> types, List<Confusion> confusions) {

    private static final int CONFUSIONS = 20;

    /** Right of all asked; 0 where nothing was asked. */
    double accuracy() {
        return asked == 0 ? 0 : (double) right / asked;
    }

    /** Examines a model on the samples held out. */
    static Examination of(Classifier model, List<Sample> heldOut, double threshold) {
        List<Answer> answers =
                heldOut.stream().map(sample -> Answer.of(model, sample)).toList();
        List<Answer> sure = answers.stream()
                .filter(answer -> answer.probability() >= threshold)
                .toList();
        return new Examination(
                answers.size(), right(answers), sure.size(), right(sure), byType(answers), confusions(answers));
    }

    private static int right(List<Answer> answers) {
        return Math.toIntExact(answers.stream().filter(Answer::right).count());
    }

    private static Map<String, OfType> byType(List<Answer> answers) {
        Map<String, List<Answer>> byLabel = answers.stream().collect(Collectors.groupingBy(Answer::label));
        Map<String, OfType> types = new TreeMap<>();
        byLabel.forEach((label, given) -> types.put(label, new OfType(given.size(), right(given))));
        return types;
    }

    private static List<Confusion> confusions(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.right())
                .collect(Collectors.groupingBy(
                        answer -> new Confusion(answer.label(), answer.said(), 0), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey().counted(Math.toIntExact(entry.getValue())))
                .sorted(Comparator.comparingInt(Confusion::times).reversed())
                .limit(CONFUSIONS)
                .toList();
    }

    private record Answer(String label, String said, double probability) {

        static Answer of(Classifier model, Sample sample) {
            Likely best = model.classify(sample.features()).getFirst();
            return new Answer(sample.label(), best.code(), best.probability());
        }

        boolean right() {
            return label.equals(said);
        }
    }

    /**
     * How it did on one type.
     *
     * @param asked how many texts of it
     * @param right how many it knew
     */
    record OfType(int asked, int right) {}

    /**
     * A type taken for another.
     *
     * @param is what it was
     * @param said what the model said
     */
    record Confusion(String is, String said, int times) implements Comparable<Confusion> {

        private static final Comparator<Confusion> ORDER = Comparator.comparing(
                        (Function<Confusion, String>) Confusion::is)
                .thenComparing(Confusion::said)
                .thenComparingInt(Confusion::times);

        private Confusion counted(int count) {
            return new Confusion(is, said, count);
        }

        @Override
        public int compareTo(Confusion other) {
            return ORDER.compare(this, other);
        }
    }
}
