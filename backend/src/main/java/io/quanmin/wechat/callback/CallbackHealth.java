package io.quanmin.wechat.callback;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows how many pushes are put aside for a person. Never down, also when it cannot tell. */
@Component("weChatPushesHealthIndicator")
final class CallbackHealth implements ReactiveHealthIndicator {

    private final PutAsideTable table;

    CallbackHealth(PutAsideTable table) {
        this.table = table;
    }

    @Override
    public Mono<Health> health() {
        return table.count()
                .map(aside -> Health.up().withDetail("putAside", aside).build())
                .onErrorReturn(Health.unknown().build());
    }
}
