package io.quanmin.notification.live;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Which pages may open a socket: those of this host, those of the settings, and what is no page. */
@Component
final class Origins {

    private final LiveSettings settings;

    Origins(LiveSettings settings) {
        this.settings = settings;
    }

    boolean allow(ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        return origin == null
                || settings.origins().contains(origin)
                || isOf(origin, request.getHeaders().getFirst("Host"));
    }

    /** By host and port as the browser wrote them: a proxy before this node may have taken the TLS off. */
    private static boolean isOf(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
