package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.ProblemAnswer;
import io.quanmin.kernel.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Steps of many cases at once, and what may be answered to the public. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER, Role.SUPERVISOR})
class BulkEndpoint {

    private final Bulk bulk;
    private final Reading reading;
    private final ProblemAnswer answers;

    BulkEndpoint(Bulk bulk, Reading reading, ProblemAnswer answers) {
        this.bulk = bulk;
        this.reading = reading;
        this.answers = answers;
    }

    /** Takes a step of each case by itself: one that cannot be taken keeps no other from it. */
    @PostMapping("/steps")
    Mono<BulkResults> steps(
            ServerWebExchange exchange,
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody BulkRequest request) {
        return bulk.steps(actor, key, request.some())
                .map(outcomes -> new BulkResults(outcomes.stream()
                        .map(outcome -> result(exchange, outcome))
                        .toList()));
    }

    private BulkResult result(ServerWebExchange exchange, Bulk.Outcome outcome) {
        Problem problem = outcome.problem();
        return new BulkResult(outcome.id(), outcome.done(), problem == null ? null : answers.part(exchange, problem));
    }

    /** What may be answered to the public, the likeliest first. */
    @GetMapping("/{id}/replies")
    Mono<Replies> replies(Actor actor, @PathVariable String id) {
        return reading.seen(Id.read(id).orElseThrow(NoSuchThing::new), actor)
                .filter(seen -> seen.sight() == Sight.STAFF)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .map(seen -> new Replies(PublicAnswer.offered(seen.facts())));
    }

    /** @param items templates with this case's own place, type and unit put in */
    record Replies(List<PublicAnswer.OfferedReply> items) {}

    /** @param items each with the id of its case, else as for one step */
    record BulkRequest(@Nullable List<@Nullable BulkStep> items) {

        List<@Nullable BulkStep> some() {
            return items == null ? List.of() : items;
        }
    }

    /** A step of one case. */
    record BulkStep(@Nullable String id, @JsonUnwrapped StepRequest step) {}

    /** @param items in the order in which they were asked for */
    record BulkResults(List<BulkResult> items) {}

    /**
     * What became of one.
     *
     * @param done the case afterwards; absent where the step was not taken
     * @param problem why not
     */
    record BulkResult(
            String id, @Nullable CaseSummary done, @Nullable Map<String, Object> problem) {}
}
