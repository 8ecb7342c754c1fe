package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Problem;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Decides about every request in one place: a few paths are open, a handler says who may call it, and what no handler answers
 * is not there. Refusals are problems, written like any other.
 */
@Component
final class HandlerRules implements ReactiveAuthorizationManager<AuthorizationContext> {

    /** Pages, health, the API's description; WeChat's pushes are signed; the live socket's first frame brings a ticket. */
    private static final List<PathPattern> OPEN = List.of(
                    "/",
                    "/favicon.ico",
                    "/robots.txt",
                    "/m/**",
                    "/console/**",
                    "/actuator/health/**",
                    "/v3/api-docs/**",
                    "/v3/api-docs.yaml",
                    "/wechat/callback/**",
                    "/api/v1/wechat/callback/**",
                    "/api/v1/live")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final RequestMappingHandlerMapping handlers;

    HandlerRules(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    /** Whether a path is open whatever answers it. */
    static boolean isOpen(PathContainer path) {
        return OPEN.stream().anyMatch(pattern -> pattern.matches(path));
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> who, AuthorizationContext context) {
        ServerWebExchange exchange = context.getExchange();
        if (isOpen(exchange.getRequest().getPath().pathWithinApplication())) {
            return granted();
        }
        return handlers.getHandler(exchange)
                .ofType(HandlerMethod.class)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(handler -> decide(Access.of(handler), who));
    }

    private static Mono<AuthorizationResult> decide(Access access, Mono<Authentication> who) {
        if (access instanceof Access.Open) {
            return granted();
        }
        return who.mapNotNull(Authentication::getPrincipal)
                .ofType(Actor.class)
                .switchIfEmpty(Mono.error(NotLoggedIn::new))
                .flatMap(actor -> access.allows(actor) ? granted() : refused(new NotYourRole()));
    }

    private static Mono<AuthorizationResult> granted() {
        return Mono.just(new AuthorizationDecision(true));
    }

    private static Mono<AuthorizationResult> refused(Problem problem) {
        return Mono.error(problem);
    }
}
