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
 * Finds out who makes a request from its bearer token, once and only when somebody asks: what is open to all, such as the
 * pages of the mini-program, costs no look-up. A token that is no live session's is as good as none.
 */
@Component
final class BearerSessions implements ServerSecurityContextRepository {

    private static final String SCHEME = "Bearer ";

    private final Sessions sessions;

    BearerSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (!StringUtils.startsWithIgnoreCase(header, SCHEME)) {
            return Mono.empty();
        }
        String token = header.substring(SCHEME.length()).strip();
        return sessions.actor(token).map(BearerSessions::context).cache();
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
