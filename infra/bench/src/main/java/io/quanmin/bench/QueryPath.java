package io.quanmin.bench;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A list asked for through the service, somewhere else each time.
 *
 * @param where path and query of the next call
 * @param right whether an answer is as it should be
 */
record QueryPath(String name, WebClient api, Callers callers, Supplier<String> where, Function<JsonNode, Boolean> right)
        implements Contestant {

    @Override
    public Round run(Duration length) {
        return callers.call(Mono.defer(this::call), length);
    }

    private Mono<?> call() {
        return api.get().uri(where.get()).retrieve().bodyToMono(JsonNode.class).doOnNext(this::check);
    }

    private void check(JsonNode answer) {
        if (!right.apply(answer)) {
            throw new IllegalStateException("Not the answer to " + name + ": " + answer);
        }
    }
}
