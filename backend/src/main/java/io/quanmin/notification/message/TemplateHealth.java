package io.quanmin.notification.message;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is known of the WeChat templates, as a detail of health. Never a reason to be down: everything else goes on. */
@Component
final class TemplateHealth implements ReactiveHealthIndicator {

    private final AtomicReference<List<String>> state = new AtomicReference<>(List.of("not compared yet"));

    void say(List<String> faults) {
        state.set(faults);
    }

    List<String> faults() {
        return state.get();
    }

    @Override
    public Mono<Health> health() {
        List<String> faults = state.get();
        return Mono.just(Health.up()
                .withDetail("templates", faults.isEmpty() ? "as the accounts have them" : faults)
                .build());
    }
}
