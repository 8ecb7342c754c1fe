package io.quanmin.kernel;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes a POST with {@code X-HTTP-Method-Override: PATCH} for the PATCH it is: {@code wx.request} cannot send one. Comes before
 * every other filter, so that whoever decides about the request sees what it really asks. No other method can be named.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PatchFromWeChat implements WebFilter {

    static final String HEADER = "X-HTTP-Method-Override";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(isPatch(exchange.getRequest()) ? asPatch(exchange) : exchange);
    }

    private static boolean isPatch(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && HttpMethod.PATCH.name().equals(request.getHeaders().getFirst(HEADER));
    }

    private static ServerWebExchange asPatch(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.method(HttpMethod.PATCH))
                .build();
    }
}
