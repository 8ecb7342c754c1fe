package io.quanmin.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.CitySettings;
import io.quanmin.language.Segmentation;
import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.SuggestionRules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * How well the model does on the day a city begins, with the shipped sample alone. The floors lie below what was measured;
 * docs/suggestions.md has the figures.
 */
class AccuracyTest {

    private static final Logger LOG = LoggerFactory.getLogger(AccuracyTest.class);
    private static final int FOLDS = 5;
    private static final long SEED = 20261124;
    private static final SuggestionRules RULES = Books.present().suggestions();

    private static List<Sample> samples = List.of();

    @BeforeAll
    static void read() {
        try (AnnotationConfigApplicationContext language =
                new AnnotationConfigApplicationContext("io.quanmin.language")) {
            CitySettings city = new CitySettings("990100", "云溪市", ZoneId.of("Asia/Shanghai"));
            Features features = new Features(language.getBean(Segmentation.class), city);
            samples = Lesson.of(FirstSample.read(), List.of(), features).types();
        }
    }

    @Test
    void theSampleHasEveryTypeOfTheRulebookAtLeastThirtyTimesAndNoTextTwice() {
        Map<String, Long> times = samples.stream().collect(Collectors.groupingBy(Sample::label, Collectors.counting()));
        assertThat(times.keySet())
                .isEqualTo(Books.present().types().map(ProblemType::code).collect(Collectors.toSet()));
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(30));
        assertThat(samples).hasSizeGreaterThan(500).extracting(Sample::key).doesNotHaveDuplicates();
    }

    @Test
    void whatItNeverSawItMostlyKnows() {
        Examination examined = new Lesson(samples, List.of(), 0).learn(RULES).examination();
        tell("Held out", examined);
        LOG.info("Confusions: {}", examined.confusions());
        assertThat(examined.asked()).isBetween(100, 200);
        assertThat(examined.accuracy()).isGreaterThan(0.70);
    }

    @Test
    void whenItSpeaksItIsSeldomWrongAndItSpeaksMoreOftenThanNot() {
        Examination examined = crossed();
        tell("Each fifth held out in turn", examined);
        examined.types().forEach((type, of) -> LOG.info("{}: {} of {}", type, of.right(), of.asked()));
        assertThat(examined.accuracy()).isGreaterThan(0.75);
        assertThat((double) examined.answeredRight() / examined.answered()).isGreaterThan(0.87);
        assertThat((double) examined.answered() / examined.asked()).isGreaterThan(0.6);
    }

    @Test
    void theSameLessonMakesTheSameModel() {
        List<Sample> some = samples.subList(0, 200);
        assertThat(Classifier.train(some).bytes())
                .isEqualTo(Classifier.train(some).bytes());
    }

    @Test
    void aModelThatWasPutAwayAnswersAsBefore() {
        Classifier model = Classifier.train(samples);
        Classifier again = Classifier.read(model.bytes());
        List<String> features = samples.getFirst().features();
        assertThat(again.classify(features)).isEqualTo(model.classify(features));
    }

    /** Every text is examined once, by a model that has not seen it. */
    private static Examination crossed() {
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(SEED));
        Examination sum = new Examination(0, 0, 0, 0, Map.of(), List.of());
        for (int fold = 0; fold < FOLDS; fold++) {
            Classifier model = Classifier.train(part(shuffled, fold, false));
            sum = added(sum, Examination.of(model, part(shuffled, fold, true), RULES.threshold()));
        }
        return sum;
    }

    private static Examination added(Examination one, Examination other) {
        Map<String, Examination.OfType> types = new TreeMap<>(one.types());
        other.types()
                .forEach((type, of) -> types.merge(
                        type, of, (a, b) -> new Examination.OfType(a.asked() + b.asked(), a.right() + b.right())));
        return new Examination(
                one.asked() + other.asked(),
                one.right() + other.right(),
                one.answered() + other.answered(),
                one.answeredRight() + other.answeredRight(),
                types,
                List.of());
    }

    private static List<Sample> part(List<Sample> all, int fold, boolean examined) {
        List<Sample> part = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((i % FOLDS == fold) == examined) {
                part.add(all.get(i));
            }
        }
        return part;
    }

    private static void tell(String how, Examination examined) {
        LOG.info(
                "{}: {} of {} right ({}); spoke of {} and was right in {}",
                how,
                examined.right(),
                examined.asked(),
                String.format(java.util.Locale.ROOT, "%.3f", examined.accuracy()),
                examined.answered(),
                examined.answeredRight());
    }
}
