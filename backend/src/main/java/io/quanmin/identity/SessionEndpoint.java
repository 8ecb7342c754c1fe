package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.LoggedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Logging in and out. */
@RestController
@RequestMapping(path = "/api/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionEndpoint {

    private final LoggingIn citizens;
    private final LoggingInAtDesk desk;
    private final EndingSessions ending;
    private final Sessions sessions;
    private final DescribingMe describing;

    SessionEndpoint(
            LoggingIn citizens,
            LoggingInAtDesk desk,
            EndingSessions ending,
            Sessions sessions,
            DescribingMe describing) {
        this.citizens = citizens;
        this.desk = desk;
        this.ending = ending;
        this.sessions = sessions;
        this.describing = describing;
    }

    /** Silent login with a code of {@code wx.login}. */
    @Anyone
    @PostMapping
    Mono<Opened> login(@Valid @RequestBody Login login, ServerHttpRequest request) {
        return citizens.login(login.code(), ClientAddress.of(request)).flatMap(this::opened);
    }

    /** Staff at a desk, with a password. */
    @Anyone
    @PostMapping("/desk")
    Mono<Opened> login(@Valid @RequestBody DeskLogin login, ServerHttpRequest request) {
        return desk.login(login.login(), login.password(), ClientAddress.of(request))
                .flatMap(this::opened);
    }

    @LoggedIn
    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logout(Actor actor, ServerWebExchange exchange) {
        exchange.getResponse().addCookie(ConsoleCookie.cleared(exchange.getRequest()));
        return ending.end(actor.session());
    }

    private Mono<Opened> opened(OpenedSession session) {
        return sessions.actor(session.token())
                .flatMap(describing::describe)
                .map(me -> new Opened(session.token(), session.expiresAt(), me));
    }

    record Login(
            @NotBlank @Size(max = 128) @Pattern(regexp = "[\\x21-\\x7E]*")
            String code) {}

    record DeskLogin(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9._-]*")
            String login,

            @NotBlank @Size(max = 128) String password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "DeskLogin[" + login + "]";
        }
    }

    record Opened(String token, Instant expiresAt, Me me) {

        /** Never shows the token. */
        @Override
        public String toString() {
            return "Opened[" + me.id() + "]";
        }
    }
}
