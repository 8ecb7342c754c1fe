package io.quanmin.identity;

import io.quanmin.kernel.ProblemAnswer;
import io.quanmin.kernel.UnreadableRequest;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A path or header that only an attack would send is refused before any endpoint sees it, and told so like everything else. */
@Component
class RejectedRequests implements ServerExchangeRejectedHandler {

    private final ProblemAnswer answer;

    RejectedRequests(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return answer.write(exchange, new UnreadableRequest());
    }
}
