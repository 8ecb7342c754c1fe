package io.quanmin.notification;

import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The texts in force, kept in memory for a minute. */
@Component
public final class Templates {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Mono<Map<String, Template>> current;

    Templates(TemplateTable table) {
        this.current = table.current()
                .collectMap(Template::key)
                .cache(found -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** By key; all of them, a few dozen. */
    public Mono<Map<String, Template>> all() {
        return current;
    }

    /** The template of a key. An unknown one is the fault of whoever gave the notice: it fails until the row is there. */
    public Mono<Template> of(String key) {
        return current.mapNotNull(all -> all.get(key))
                .switchIfEmpty(Mono.error(() -> new IllegalArgumentException("No template is named " + key)));
    }
}
