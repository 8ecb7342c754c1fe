package io.quanmin.volunteer;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Reactive;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.VolunteerRules;
import io.quanmin.volunteer.QuizTable.Drawn;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The quiz: some questions of many, the same until they are answered, and a wait after failing. */
@Component
class Quizzing {

    private final VolunteerTable volunteers;
    private final QuizTable table;
    private final Rulebook rulebook;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Random random = new SecureRandom();

    Quizzing(
            VolunteerTable volunteers,
            QuizTable table,
            Rulebook rulebook,
            TransactionalOperator transaction,
            Clock clock) {
        this.volunteers = volunteers;
        this.table = table;
        this.rulebook = rulebook;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The questions before somebody. Fails with {@link QuizTooSoon} for a while after failing, with {@link NotAVolunteer}. */
    Mono<QuizView> draw(Id person) {
        return volunteers
                .find(person)
                .transform(Reactive.orFail(NotAVolunteer::new))
                .then(rulebook.inForce(clock.instant()))
                .delayUntil(rules -> drawn(person, rules))
                .then(Mono.defer(() -> open(person)))
                .flatMap(drawn -> training(drawn).map(training -> QuizView.of(training, drawn.questions())));
    }

    private Mono<Void> drawn(Id person, Rules rules) {
        Instant now = clock.instant();
        VolunteerRules.Training training = rules.volunteers().training();
        return table.find(person)
                .mapNotNull(Drawn::failedAt)
                .map(failed -> Duration.between(now, failed.plus(training.again())))
                .filter(Duration::isPositive)
                .flatMap(wait -> Mono.<Void>error(new QuizTooSoon(wait)))
                .then(Mono.defer(() -> table.draw(person, rules.version(), some(training), now)));
    }

    private List<String> some(VolunteerRules.Training training) {
        List<String> codes = new ArrayList<>(
                training.questions().stream().map(VolunteerRules.Question::code).toList());
        Collections.shuffle(codes, random);
        return List.copyOf(codes.subList(0, training.asked()));
    }

    private Mono<Drawn> open(Id person) {
        return table.find(person)
                .filter(drawn -> !drawn.questions().isEmpty())
                .transform(Reactive.orFail(QuizNotOpen::new));
    }

    private Mono<VolunteerRules.Training> training(Drawn drawn) {
        return rulebook.version(drawn.rules()).map(rules -> rules.volunteers().training());
    }

    /**
     * What came of it. Fails with {@link QuizNotOpen}, or {@link InvalidFields} when a question is left out.
     *
     * @param chosen the choice by question
     */
    Mono<QuizResult> answer(Id person, Map<String, Integer> chosen) {
        return open(person)
                .filter(drawn -> Set.copyOf(drawn.questions()).equals(chosen.keySet()))
                .switchIfEmpty(Mono.error(() -> new InvalidFields("answers", "incomplete", "请回答每一道题")))
                .flatMap(drawn -> training(drawn)
                        .map(training -> QuizResult.of(training, chosen, clock.instant()))
                        .flatMap(result -> written(person, drawn, result)));
    }

    private Mono<QuizResult> written(Id person, Drawn drawn, QuizResult result) {
        Instant now = clock.instant();
        @Nullable Instant failedAt = result.passed() ? null : now;
        return table.done(person, drawn.questions(), failedAt)
                .transform(Reactive.exactlyOne(QuizNotOpen::new))
                .then(Mono.defer(() -> result.passed() ? volunteers.passed(person, now) : Mono.just(0L)))
                .thenReturn(result)
                .as(transaction::transactional);
    }
}
