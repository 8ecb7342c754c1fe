package io.quanmin.trail;

import java.net.InetSocketAddress;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Carries the address a request came from to where it is written down. */
@Component
class Origin implements WebFilter {

    static final String KEY = "io.quanmin.trail.origin";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        String address = remote == null ? "unknown" : remote.getHostString();
        return chain.filter(exchange).contextWrite(context -> context.put(KEY, address));
    }
}
