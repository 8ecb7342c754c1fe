package io.quanmin.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whether another site may have made a browser send a request that comes with the console's cookie. The cookie is for this site's pages
 * only already; this does not rely on it: a change brings a token that only a page which read the session can know, and what the browser
 * says of where a request comes from is believed.
 */
final class Forgery {

    static final String HEADER = "X-CSRF-Token";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private Forgery() {}

    /** What a page must send with every change; follows from the session's token, and does not lead back to it. */
    static String token(String session) {
        byte[] hash = Tokens.hash("quanmin-csrf:" + session);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    static boolean suspected(ServerHttpRequest request, String session) {
        return elsewhere(request.getHeaders().getFirst("Sec-Fetch-Site"))
                || !READING.contains(request.getMethod()) && !proven(request, session);
    }

    /** Older browsers do not say; a new one that says so is believed. */
    private static boolean elsewhere(@Nullable String site) {
        return site != null && !OWN.contains(site);
    }

    private static boolean proven(ServerHttpRequest request, String session) {
        String brought = request.getHeaders().getFirst(HEADER);
        return brought != null && MessageDigest.isEqual(bytes(token(session)), bytes(brought));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
