package io.quanmin.casework;

import static io.quanmin.testing.Await.now;

import io.quanmin.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** What answers about cases say. */
final class CaseAnswers {

    private CaseAnswers() {}

    @SafeVarargs
    static List<EntityExchangeResult<JsonNode>> atOnce(Supplier<ResponseSpec>... calls) {
        return atOnce(List.of(calls));
    }

    static List<EntityExchangeResult<JsonNode>> atOnce(List<Supplier<ResponseSpec>> calls) {
        List<Mono<EntityExchangeResult<JsonNode>>> all = new ArrayList<>();
        for (Supplier<ResponseSpec> call : calls) {
            all.add(Mono.fromSupplier(
                            () -> call.get().expectBody(JsonNode.class).returnResult())
                    .subscribeOn(Schedulers.boundedElastic()));
        }
        return now(Flux.merge(all).collectList());
    }

    static int status(EntityExchangeResult<JsonNode> answer) {
        return answer.getStatus().value();
    }

    static String id(JsonNode subject) {
        return Id.parse(subject.path("id").asString()).toString();
    }

    static String stage(JsonNode subject) {
        return subject.path("stage").path("code").asString();
    }

    static String stageName(JsonNode subject) {
        return subject.path("stage").path("name").asString();
    }
}
