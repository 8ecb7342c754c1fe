package io.quanmin.suggestion;

import io.quanmin.kernel.Chore;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.SuggestionRules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Learns anew once per period, on one node: from the shipped sample and what reviewers decided since. A version that does worse
 * than the present one on the same examination is kept to be looked at, and not used.
 */
@Component
class Learning implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

    private final UUID node = UUID.randomUUID();
    private final Rulebook rulebook;
    private final Decisions decisions;
    private final Features features;
    private final TurnTable turns;
    private final ModelTable models;
    private final ModelShelf shelf;
    private final Workers workers;
    private final SuggestionSettings settings;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // learning touches every neighbour once
    Learning(
            Rulebook rulebook,
            Decisions decisions,
            Features features,
            TurnTable turns,
            ModelTable models,
            ModelShelf shelf,
            Workers workers,
            SuggestionSettings settings,
            Clock clock) {
        this.rulebook = rulebook;
        this.decisions = decisions;
        this.features = features;
        this.turns = turns;
        this.models = models;
        this.shelf = shelf;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return settings.lookEvery();
    }

    /** Learns where it is time to and this node's turn. */
    @Override
    public Mono<Void> round() {
        return rulebook.inForce(clock.instant())
                .map(Rules::suggestions)
                .filter(SuggestionRules::speaks)
                .flatMap(this::inTurn);
    }

    private Mono<Void> inTurn(SuggestionRules rules) {
        long period = clock.instant().getEpochSecond() / rules.every().toSeconds();
        return turns.take(period, node, settings.lesson())
                .filter(mine -> mine)
                .flatMap(mine -> learn(rules).then(turns.done(period, node)));
    }

    /** Learns now; makes nothing of what was learned before. */
    Mono<Void> learn(SuggestionRules rules) {
        return decisions
                .newest(rules.decisions())
                .collectList()
                .flatMap(decided -> workers.learn(() -> Lesson.of(FirstSample.read(), decided, features)))
                .filterWhen(lesson -> models.knows(lesson.fingerprint()).map(known -> !known))
                .flatMap(lesson -> learn(lesson, rules));
    }

    private Mono<Void> learn(Lesson lesson, SuggestionRules rules) {
        return shelf.look()
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(present ->
                        workers.learn(() -> Outcome.of(lesson, rules, present.isEmpty() ? null : present.getFirst())))
                .flatMap(outcome -> keep(lesson, outcome, rules));
    }

    private Mono<Void> keep(Lesson lesson, Outcome outcome, SuggestionRules rules) {
        return models.newest()
                .flatMap(newest -> models.add(newest + 1, lesson, outcome.learned(), outcome.better(), clock.instant()))
                .then(models.keep(rules.kept()))
                .then(shelf.look())
                .doOnNext(present -> LOG.info(
                        "Learned from {} texts: {} of {} right; suggestions come from version {}",
                        lesson.types().size(),
                        outcome.learned().examination().right(),
                        outcome.learned().examination().asked(),
                        present.version()))
                .then();
    }

    /**
     * What came of a lesson.
     *
     * @param better whether it is not worse than what is used now
     */
    record Outcome(Lesson.Learned learned, boolean better) {

        static Outcome of(Lesson lesson, SuggestionRules rules, @Nullable Model present) {
            Lesson.Learned learned = lesson.learn(rules);
            boolean better = present == null
                    || learned.examination().right()
                            >= lesson.examine(present.types(), rules).right();
            return new Outcome(learned, better);
        }
    }
}
