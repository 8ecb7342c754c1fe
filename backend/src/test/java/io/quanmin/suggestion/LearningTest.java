package io.quanmin.suggestion;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.SuggestionRules;
import io.quanmin.testing.CityTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Learning: in turn, by version, and never to the worse. */
@CityTest
@TestPropertySource(properties = {"quanmin.embedded.database=suggestion", "quanmin.suggestion.look-every=12h"})
final class LearningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SuggestionRules RULES = Books.present().suggestions();

    @Autowired
    private Learning learning;

    @Autowired
    private ModelTable models;

    @Autowired
    private OfferTable offers;

    @Autowired
    private ModelShelf shelf;

    @Autowired
    private TurnTable turns;

    @Autowired
    private Features features;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private Workers workers;

    @Autowired
    private SuggestionSettings settings;

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Clock clock;

    private void learn() {
        assertThat(learning.learn(RULES).thenReturn(true).block(PATIENCE)).isTrue();
    }

    private List<ModelView> versions() {
        return now(models.all(100).collectList());
    }

    @Test
    void onTheFirstDayItKnowsWhatTheSampleSaysAndTheSameIsNotLearnedTwice() {
        learn();
        int versions = versions().size();
        learn();
        assertThat(versions()).hasSize(versions);
        assertThat(now(suggestions.likely(new Hints("楼下着火了，浓烟很大，快来救火", "990102001001", clock.instant()))))
                .first()
                .satisfies(likely -> {
                    assertThat(likely.code()).isEqualTo("fire-or-gas");
                    assertThat(likely.probability()).isGreaterThan(0.5);
                });
        ModelView present =
                versions().stream().filter(ModelView::present).findFirst().orElseThrow();
        assertThat(present.types().accuracy()).isBetween(0.7, 1.0);
        assertThat(present.samples()).isGreaterThan(500);
        assertThat(present.types().types()).containsKey("exposed-garbage");
    }

    @Test
    void whatSaysNothingGetsNoSuggestion() {
        learn();
        assertThat(now(suggestions.likely(new Hints("你好，请问有人吗", null, null)))).isEmpty();
        assertThat(now(suggestions.likely(new Hints("1234567 !!", null, null)))).isEmpty();
    }

    @Test
    void oneNodeLearnsInAPeriodAndAnotherOnlyWhereTheFirstNeverFinished() {
        long period = 1_000_000;
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        assertThat(now(turns.take(period, one, PATIENCE))).isTrue();
        assertThat(now(turns.take(period, other, PATIENCE))).isFalse();
        assertThat(now(turns.take(period + 1, other, Duration.ofSeconds(-1)))).isTrue();
        assertThat(now(turns.take(period + 1, one, PATIENCE))).isTrue();
        assertThat(turns.done(period + 1, one).thenReturn(true).block(PATIENCE)).isTrue();
        expireTurn();
        assertThat(now(turns.take(period + 1, other, PATIENCE))).isFalse();
        assertThat(now(turns.take(period, other, PATIENCE))).isFalse();
    }

    private void expireTurn() {
        assertThat(now(database.sql("update suggestion.turn set until = now() - interval '1 day'")
                        .fetch()
                        .rowsUpdated()))
                .isEqualTo(1);
    }

    @Test
    void aVersionThatDoesWorseIsKeptToBeLookedAtButNotUsed() {
        learn();
        Model present = now(shelf.look());
        Lesson poor = poor();
        Learning.Outcome outcome = Learning.Outcome.of(poor, RULES, present);
        assertThat(outcome.better()).isFalse();

        int next = now(models.newest()) + 1;
        assertThat(models.add(next, poor, outcome.learned(), outcome.better(), clock.instant())
                        .thenReturn(true)
                        .block(PATIENCE))
                .isTrue();
        assertThat(now(shelf.look()).version()).isEqualTo(present.version());
        assertThat(versions().getFirst().version()).isEqualTo(next);
        assertThat(versions().getFirst().present()).isFalse();

        assertThat(models.keep(1).thenReturn(true).block(PATIENCE)).isTrue();
        assertThat(versions()).extracting(ModelView::version).containsExactly(next, present.version());
    }

    /** Examined on as much as ever, and made of two texts of each type. */
    private Lesson poor() {
        List<Sample> all = Lesson.of(FirstSample.read(), List.of(), features).types();
        List<Sample> few = new ArrayList<>();
        String label = "";
        int taken = 0;
        for (Sample sample : all) {
            taken = sample.label().equals(label) ? taken : 0;
            label = sample.label();
            if (sample.heldOut() || taken++ < 2) {
                few.add(sample);
            }
        }
        return new Lesson(few, List.of(), 0);
    }

    @Test
    void decisionsTeachWhatTheSampleDoesNotKnowAndWhichUnitAnswersWhereTheRuleIsNotCertain() {
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Hints hints =
                    new Hints("河里有怪东西浮着第" + "一二三四五六七八九十".charAt(i % 10) + "天了" + i, "990102001001", clock.instant());
            decided.add(new Decided(hints, "dirty-water", "greening"));
            decided.add(new Decided(
                    new Hints("池子发绿" + i, "990102002001", clock.instant()), "dirty-water", "municipal-works"));
        }
        Lesson lesson = Lesson.of(FirstSample.read(), decided, features);
        Lesson.Learned learned = lesson.learn(RULES);
        Model model = new Model(1, learned.types(), learned.units());
        var type = Books.present().type("dirty-water").orElseThrow();
        Hints one = new Hints("河里又有怪东西", "990102001001", clock.instant());
        Hints two = new Hints("池子又绿了", "990102002001", clock.instant());

        assertThat(model.unit(type, "990102001001", features.of(one, "dirty-water"), Books.present()))
                .hasValueSatisfying(unit -> assertThat(unit.code()).isEqualTo("greening"));
        assertThat(model.unit(type, "990102002001", features.of(two, "dirty-water"), Books.present()))
                .hasValueSatisfying(unit -> assertThat(unit.code()).isEqualTo("municipal-works"));
        var certain = Books.present().type("exposed-garbage").orElseThrow();
        assertThat(model.unit(certain, "990102001001", features.of(one, "exposed-garbage"), Books.present()))
                .contains(new Likely("sanitation", 1));
        assertThat(new Model(1, learned.types(), null)
                        .unit(type, "990102001001", features.of(one, "dirty-water"), Books.present()))
                .contains(new Likely("water", 1));
        assertThat(learned.unitExamination()).isNotNull();
    }

    @Test
    void theNextPeriodMakesTheNextVersionOfWhatWasDecidedMeanwhileAndItsOwnHoldsNoSecond() {
        forgetTurns();
        List<Decided> decided = new ArrayList<>();
        assertThat(round(Duration.ofDays(1), decided)).isTrue();
        int first = now(models.newest());
        for (int i = 0; i < 40; i++) {
            decided.add(new Decided(new Hints("桥下水面漂着一片油花" + i, "990102001001", clock.instant()), "dirty-water", null));
        }

        assertThat(round(Duration.ofDays(1), decided)).isTrue();
        assertThat(now(models.newest())).isEqualTo(first);
        assertThat(round(Duration.ofDays(2), decided)).isTrue();
        forgetTurns();

        assertThat(versions().getFirst().version()).isEqualTo(first + 1);
        assertThat(versions().getFirst().decisions()).isEqualTo(40);
        assertThat(versions().getFirst().trainedAt()).isAfter(clock.instant().plus(Duration.ofDays(1)));
    }

    private boolean round(Duration later, List<Decided> decided) {
        Learning then = new Learning(
                rulebook,
                most -> Flux.fromIterable(List.copyOf(decided)).take(most),
                features,
                turns,
                models,
                shelf,
                workers,
                settings,
                Clock.offset(clock, later));
        return now(then.round().thenReturn(true));
    }

    private void forgetTurns() {
        assertThat(now(database.sql("delete from suggestion.turn").fetch().rowsUpdated()))
                .isNotNegative();
    }

    @Test
    void whereAndWhenCountOnceDecisionsSaySo() {
        Hints here = new Hints("看看", "990102001001", Instant.parse("2026-07-15T14:00:00Z"));
        assertThat(features.of(here)).contains("a=990102", "a=990102001", "a=990102001001", "m=7", "h=7", "c=看看");
        assertThat(features.of(new Hints("门牌 12 号 浙A12345", null, null)))
                .noneMatch(feature -> feature.matches(".*\\d.*"));
    }

    @Test
    void aReviewersLastWordIsCountedOnce() {
        learn();
        int model = now(shelf.look()).version();
        ModelView before = version(model);
        Id subject = new Id("990102", UUID.randomUUID());
        Offer offer = new Offer(new Likely("exposed-garbage", 0.9), new Likely("sanitation", 1), model);
        Mono<Void> story = offers.add(subject, offer, clock.instant())
                .then(offers.add(subject, new Offer(null, null, model), clock.instant()))
                .then(offers.chosen(subject, "dirty-road", null, clock.instant()))
                .then(offers.chosen(subject, "dirty-road", null, clock.instant()));
        assertThat(story.thenReturn(true).block(PATIENCE)).isTrue();
        assertThat(version(model).judged()).isEqualTo(before.judged() + 1);
        assertThat(version(model).agreed()).isEqualTo(before.agreed());

        assertThat(offers.chosen(subject, "exposed-garbage", null, clock.instant())
                        .thenReturn(true)
                        .block(PATIENCE))
                .isTrue();
        assertThat(version(model).judged()).isEqualTo(before.judged() + 1);
        assertThat(version(model).agreed()).isEqualTo(before.agreed() + 1);
    }

    private ModelView version(int version) {
        return versions().stream()
                .filter(view -> view.version() == version)
                .findFirst()
                .orElseThrow();
    }
}
