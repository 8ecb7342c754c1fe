package io.quanmin.openapi;

import io.quanmin.kernel.ProblemAnswer;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer is worth.
 *
 * @param wrong what is wrong with it; empty when nothing is
 */
record Verdict(int status, String wrong) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> ELSEWHERE = Set.of(401, 403, 404, 405, 406, 415, 429);

    static Mono<Verdict> over(ClientResponse response) {
        int status = response.statusCode().value();
        if (status < 400) {
            return response.bodyToFlux(DataBuffer.class)
                    .map(DataBufferUtils::release)
                    .take(1)
                    .then(Mono.just(new Verdict(status, "")));
        }
        return response.bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(body -> new Verdict(status, refusal(status, body)));
    }

    /** Whether the operation itself answered: not its authorisation, nor what chooses a handler before that is asked. */
    boolean letIn() {
        return !ELSEWHERE.contains(status);
    }

    boolean done() {
        return status < 300;
    }

    private static String refusal(int status, String body) {
        if (status >= 500 && status != 503) {
            return "a fault: " + status + " " + body;
        }
        if (body.isEmpty()) {
            return "no problem body for " + status;
        }
        try {
            JsonNode problem = JSON.readTree(body);
            boolean known = problem.path("type").asString("").startsWith(ProblemAnswer.TYPE_BASE)
                    && !problem.path("title").asString("").isEmpty();
            return known ? "" : "not a problem: " + status + " " + body;
        } catch (RuntimeException notJson) {
            return "not JSON: " + status + " " + body;
        }
    }
}
