package io.quanmin.local.demo;

import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.VolunteerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** Some citizens are grid workers, and one of them has a report to look at. */
final class DemoVolunteers {

    private static final List<String> WHO = List.of("u03", "u05");
    private static final List<String> STREETS = List.of("990102001", "990102002", "990102003");

    private static final int UNFIT = 422;

    private final Map<String, Visitor> visitors;
    private final VolunteerRules.Training training;

    DemoVolunteers(Map<String, Visitor> visitors, Rules rules) {
        this.visitors = visitors;
        this.training = rules.volunteers().training();
    }

    Mono<Void> enrol() {
        return Flux.fromIterable(WHO)
                .mapNotNull(visitors::get)
                .concatMap(this::enrol)
                .then(Mono.defer(() -> Mono.justOrEmpty(visitors.get(WHO.getFirst()))))
                .flatMap(DemoVolunteers::look)
                .then();
    }

    private Mono<JsonNode> enrol(Visitor visitor) {
        Map<String, Object> wish = Map.of("areas", STREETS, "kinds", List.of("city-appearance", "public-facilities"));
        return visitor.put("/volunteers/me", wish)
                .then(Mono.defer(() -> visitor.post("/volunteers/me/quiz", Map.of(), "demo-quiz")))
                .flatMap(quiz -> visitor.post("/volunteers/me/quiz/answers", rightly(quiz), "demo-answers"));
    }

    private Map<String, Object> rightly(JsonNode quiz) {
        List<Map<String, Object>> answers = quiz.path("questions")
                .valueStream()
                .map(question -> question.path("code").asString())
                .flatMap(code -> training.question(code).stream())
                .map(question -> Map.<String, Object>of("question", question.code(), "choice", question.right()))
                .toList();
        return Map.of("answers", answers);
    }

    /** Offers to look at the first case that is being verified and is not their own; a city without one does without. */
    private static Mono<JsonNode> look(Visitor visitor) {
        return visitor.get("/cases/public?limit=100")
                .flatMapIterable(page -> page.path("items"))
                .filter(each -> each.path("stage").path("code").asString().equals("in-verification"))
                .concatMap(each -> offer(visitor, each.path("id").asString()))
                .next();
    }

    /** What volunteers are asked about follows the case by events, so it may be there a moment later. */
    private static Mono<JsonNode> offer(Visitor visitor, String id) {
        return visitor.post("/cases/" + id + "/asks", Map.of(), "demo-offer")
                .retryWhen(Retry.fixedDelay(5, Duration.ofSeconds(1)))
                .onErrorResume(DemoVolunteers::refused, refused -> Mono.empty());
    }

    private static boolean refused(Throwable failure) {
        return failure.getCause() instanceof WebClientResponseException answer
                && answer.getStatusCode().value() == UNFIT;
    }
}
