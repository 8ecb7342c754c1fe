package io.quanmin.volunteer;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Role;
import io.quanmin.kernel.Texts;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.VolunteerRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Everyone a grid worker: enrolling, learning, the card, pausing and leaving. */
@RestController
@RequestMapping(path = "/api/v1/volunteers", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.CITIZEN)
class VolunteerEndpoint {

    private final Joining joining;
    private final Quizzing quizzing;
    private final Serving serving;
    private final Describing describing;
    private final Rulebook rulebook;
    private final Clock clock;

    VolunteerEndpoint(
            Joining joining,
            Quizzing quizzing,
            Serving serving,
            Describing describing,
            Rulebook rulebook,
            Clock clock) {
        this.joining = joining;
        this.quizzing = quizzing;
        this.serving = serving;
        this.describing = describing;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** What is to be learnt. */
    @Anyone
    @GetMapping("/training")
    Mono<TrainingView> training() {
        return rulebook.inForce(clock.instant()).map(rules -> TrainingView.of(rules.volunteers()));
    }

    /** How I stand. */
    @GetMapping("/me")
    Mono<Membership> me(Actor actor) {
        return describing.of(actor.person());
    }

    /** Enrols me, or changes what I care for. */
    @PutMapping("/me")
    Mono<Membership> join(Actor actor, @RequestBody WishRequest request) {
        return joining.join(actor.person(), request).then(Mono.defer(() -> me(actor)));
    }

    /** Leaves: what is kept of me here goes, what I answered stays without me. */
    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leave(Actor actor) {
        return serving.leave(actor.person());
    }

    /** I am not asked before a day. */
    @PutMapping("/me/pause")
    Mono<Membership> pause(Actor actor, @RequestBody PauseRequest request) {
        return serving.pause(actor.person(), request.day()).then(Mono.defer(() -> me(actor)));
    }

    /** I am asked again. */
    @DeleteMapping("/me/pause")
    Mono<Membership> resume(Actor actor) {
        return serving.resume(actor.person()).then(Mono.defer(() -> me(actor)));
    }

    /** Lays the questions of a quiz before me; the same until I answer. */
    @PostMapping("/me/quiz")
    Mono<QuizView> quiz(Actor actor) {
        return quizzing.draw(actor.person());
    }

    /** Answers the quiz. */
    @PostMapping("/me/quiz/answers")
    Mono<QuizResult> answer(Actor actor, @RequestBody AnswersRequest request) {
        return quizzing.answer(actor.person(), request.chosen());
    }

    /** Whether a card is genuine: by what name its holder goes, where they serve, whether it is valid now. */
    @Anyone
    @GetMapping("/cards/{number}")
    Mono<Describing.CardView> card(@PathVariable String number) {
        return describing.card(number);
    }

    /**
     * @param asked questions in one quiz
     * @param pass right answers that are enough
     */
    record TrainingView(List<VolunteerRules.Lesson> lessons, int asked, int pass) {

        static TrainingView of(VolunteerRules rules) {
            return new TrainingView(
                    rules.training().lessons(),
                    rules.training().asked(),
                    rules.training().pass());
        }
    }

    /** @param until a day, such as 2026-12-01 */
    record PauseRequest(@Nullable String until) {

        LocalDate day() {
            try {
                return LocalDate.parse(until == null ? "" : until);
            } catch (DateTimeParseException notADay) {
                throw new InvalidFields("until", "not-a-day", "请选择日期");
            }
        }
    }

    /** Each question with the choice made. */
    record AnswersRequest(@Nullable List<@Nullable Choice> answers) {

        private static final int MOST = 50;

        Map<String, Integer> chosen() {
            List<@Nullable Choice> given = answers == null ? List.of() : answers;
            if (given.size() > MOST) {
                throw new InvalidFields("answers", "too-many", "答案太多了");
            }
            Map<String, Integer> chosen = new LinkedHashMap<>();
            for (Choice choice : given) {
                if (choice != null && choice.question() != null && choice.choice() != null) {
                    chosen.put(Texts.clean(choice.question()), choice.choice());
                }
            }
            return chosen;
        }

        /** @param choice from 0 */
        record Choice(@Nullable String question, @Nullable Integer choice) {}
    }
}
