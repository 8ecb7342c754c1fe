package io.quanmin.kernel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem in the language of the person who asked; public so that security's entry points write the same. */
@Component
public final class ProblemAnswer {

    /** What every {@code type} begins with. */
    public static final String TYPE_BASE = "https://quanmin.io/problems/";

    private final JsonMapper json;
    private final ProblemTexts texts;

    ProblemAnswer(JsonMapper json, ProblemTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** Status, headers and body. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = head(exchange, problem);
        byte[] body = json.writeValueAsBytes(body(exchange, problem));
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    /** A problem as one part of an answer to many things asked at once. */
    public Map<String, Object> part(ServerWebExchange exchange, Problem problem) {
        return body(exchange, problem);
    }

    Mono<Void> withoutBody(ServerWebExchange exchange, Problem problem) {
        return head(exchange, problem).setComplete();
    }

    private static ServerHttpResponse head(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        problem.retryAfter()
                .ifPresent(wait -> headers.set("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
        return response;
    }

    private Map<String, Object> body(ServerWebExchange exchange, Problem problem) {
        Locale locale = Language.of(exchange);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE_BASE + problem.slug());
        body.put("title", texts.title(problem, locale));
        body.put("status", problem.status());
        body.put("detail", texts.detail(problem, locale));
        body.put("instance", exchange.getRequest().getPath().value());
        body.putAll(problem.members());
        return body;
    }
}
