package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out who makes a request from its bearer token, or else from the console's cookie, once and only when somebody asks: what is
 * open to all, such as the pages of the mini-program, costs no look-up. A token that is no live session's is as good as none. Browsers
 * send a cookie whether its owner meant it or not, so a change that comes with one must prove where it comes from.
 */
@Component
final class RequestSessions implements ServerSecurityContextRepository {

    private static final String SCHEME = "Bearer ";

    private final Sessions sessions;

    RequestSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return StringUtils.startsWithIgnoreCase(header, SCHEME)
                ? whose(header.substring(SCHEME.length()).strip())
                : byCookie(exchange);
    }

    private Mono<SecurityContext> byCookie(ServerWebExchange exchange) {
        String token = ConsoleCookie.of(exchange.getRequest()).orElse(null);
        if (token == null) {
            return Mono.empty();
        }
        return whose(token)
                .flatMap(found -> Forgery.suspected(exchange.getRequest(), token)
                        ? Mono.error(new ForgeryRefused())
                        : Mono.just(found))
                .cache();
    }

    private Mono<SecurityContext> whose(String token) {
        return sessions.actor(token).map(RequestSessions::context).cache();
    }

    /** Nothing is kept between requests but the session itself. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    private static SecurityContext context(Actor actor) {
        String[] roles = actor.roles().stream().map(Enum::name).toArray(String[]::new);
        return new SecurityContextImpl(
                new PreAuthenticatedAuthenticationToken(actor, "", AuthorityUtils.createAuthorityList(roles)));
    }
}
