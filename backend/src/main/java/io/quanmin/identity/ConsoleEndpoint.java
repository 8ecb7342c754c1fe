package io.quanmin.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.LoggedIn;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sessions of the console: a cookie holds them, so no script of a page ever sees one. */
@RestController
@RequestMapping(path = "/api/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsoleEndpoint {

    private final LoggingInAtDesk desk;
    private final Sessions sessions;
    private final DescribingMe describing;

    ConsoleEndpoint(LoggingInAtDesk desk, Sessions sessions, DescribingMe describing) {
        this.desk = desk;
        this.sessions = sessions;
        this.describing = describing;
    }

    /** Staff at the console, with a password; the answer sets the cookie, always with a new session in it. */
    @Anyone
    @PostMapping("/console")
    Mono<Opened> login(@Valid @RequestBody SessionEndpoint.DeskLogin login, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return desk.login(login.login(), login.password(), ClientAddress.of(request))
                .flatMap(session -> opened(session, exchange));
    }

    private Mono<Opened> opened(OpenedSession session, ServerWebExchange exchange) {
        exchange.getResponse().addCookie(ConsoleCookie.holding(session.token(), exchange.getRequest()));
        return sessions.actor(session.token())
                .flatMap(describing::describe)
                .map(me -> new Opened(me, Forgery.token(session.token()), session.expiresAt()));
    }

    /** Whose session this is, and what a change that comes with the cookie must bring. */
    @LoggedIn
    @GetMapping("/current")
    Mono<Current> current(Actor actor, ServerHttpRequest request) {
        String csrf = ConsoleCookie.of(request).map(Forgery::token).orElse(null);
        return describing.describe(actor).map(me -> new Current(me, csrf));
    }

    /** @param csrf to be sent in the header {@code X-CSRF-Token} with every change */
    record Opened(Me me, String csrf, Instant expiresAt) {

        /** Never shows what guards against forgery. */
        @Override
        public String toString() {
            return "Opened[" + me.id() + "]";
        }
    }

    /** @param csrf absent for a session that no cookie holds */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Current(Me me, @Nullable String csrf) {

        /** Never shows what guards against forgery. */
        @Override
        public String toString() {
            return "Current[" + me.id() + "]";
        }
    }
}
