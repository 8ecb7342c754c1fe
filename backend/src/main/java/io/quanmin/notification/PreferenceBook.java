package io.quanmin.notification;

import io.quanmin.kernel.Id;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How people want to be told. */
@Component
public final class PreferenceBook {

    private final PreferenceTable table;

    PreferenceBook(PreferenceTable table) {
        this.table = table;
    }

    /** Of a person; the usual ones when they never said anything. */
    public Mono<Preferences> of(Id person) {
        return table.of(person);
    }
}
