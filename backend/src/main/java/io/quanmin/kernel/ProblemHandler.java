package io.quanmin.kernel;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers every failure, from wherever in the web layer it comes, as problem+json. */
@Component
@Order(-2)
final class ProblemHandler implements WebExceptionHandler {

    private final ProblemTranslation translation;
    private final ProblemAnswer answer;

    ProblemHandler(ProblemTranslation translation, ProblemAnswer answer) {
        this.translation = translation;
        this.answer = answer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = translation.of(failure, Language.of(exchange));
        return exchange.getRequest().getMethod() == HttpMethod.HEAD
                ? answer.withoutBody(exchange, problem)
                : answer.write(exchange, problem);
    }
}
