package io.quanmin.rulebook;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the rules for volunteers can be worked by. */
final class VolunteerCheck {

    private static final double FARTHEST_METRES = 10_000;
    private static final int MOST_PEOPLE = 50;

    private final VolunteerRules rules;

    VolunteerCheck(VolunteerRules rules) {
        this.rules = rules;
    }

    Stream<Fault> faults() {
        return Stream.of(questions(), quiz(), asks(), weights()).flatMap(faults -> faults);
    }

    private Stream<Fault> quiz() {
        VolunteerRules.Training training = rules.training();
        boolean sound = training.asked() >= 0
                && training.asked() <= training.questions().size()
                && training.pass() <= training.asked()
                && (training.asked() == 0 || training.pass() > 0)
                && !training.again().isNegative();
        return fault(sound, "training", "每次测验的题数不能多于题库，合格题数须在 1 与测验题数之间");
    }

    private Stream<Fault> questions() {
        Set<String> seen = new HashSet<>();
        return rules.training().questions().stream()
                .filter(question -> !seen.add(question.code()) || !answerable(question))
                .map(question -> new Fault(
                        "volunteers/training/questions/" + question.code(),
                        "题目“%s”重复，或者没有正确答案".formatted(question.text())));
    }

    private static boolean answerable(VolunteerRules.Question question) {
        return question.choices().size() > 1
                && question.right() >= 0
                && question.right() < question.choices().size()
                && !question.text().isBlank();
    }

    private Stream<Fault> asks() {
        VolunteerRules.Asks asks = rules.asks();
        boolean silent = asks.people() == 0;
        boolean sound = people(asks)
                && asks.perDay() > 0
                && asks.radius() >= 0
                && asks.radius() <= FARTHEST_METRES
                && asks.lasts().isPositive();
        return fault(silent || sound, "asks", "请人核实的人数最多 50 人、范围最多 10 公里，时限须大于零");
    }

    private static boolean people(VolunteerRules.Asks asks) {
        return asks.people() > 0 && asks.people() <= MOST_PEOPLE && asks.takers() >= 0 && asks.takers() <= MOST_PEOPLE;
    }

    private Stream<Fault> weights() {
        VolunteerRules.Weights weights = rules.weights();
        boolean sound = weights.answer() >= 0
                && weights.photo() >= 0
                && weights.near() >= 0
                && weights.agreement() >= 0
                && share(weights.supporter())
                && share(weights.unasked());
        VolunteerRules.Enough enough = rules.enough();
        boolean someone = !enough.confirms() || (enough.weight() > 0 && enough.yes() > 0);
        return Stream.concat(
                fault(sound, "weights", "回答的分量不能小于零，折扣须在 0 与 1 之间"), fault(someone, "enough", "没有人回答时不能自动核实"));
    }

    private static boolean share(double factor) {
        return factor >= 0 && factor <= 1;
    }

    private static Stream<Fault> fault(boolean sound, String part, String words) {
        return sound ? Stream.empty() : Stream.of(new Fault("volunteers/" + part, words));
    }
}
