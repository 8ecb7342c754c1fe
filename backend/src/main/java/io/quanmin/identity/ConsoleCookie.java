package io.quanmin.identity;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The cookie that holds the console's session: no script reads it, no other site's page sends it. */
final class ConsoleCookie {

    static final String NAME = "quanmin-desk";

    private ConsoleCookie() {}

    /** The session's token; empty where there is no cookie, or nothing in it. */
    static Optional<String> of(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isBlank());
    }

    /** Gone when the browser closes; the session behind it ends by its own clock, which moves with its use. */
    static ResponseCookie holding(String token, ServerHttpRequest request) {
        return cookie(token, request).build();
    }

    static ResponseCookie cleared(ServerHttpRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, ServerHttpRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equalsIgnoreCase(request.getURI().getScheme()))
                .path("/");
    }
}
