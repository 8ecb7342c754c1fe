package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down that a person agreed to a version of the privacy agreement, and when. */
@Component
final class Agreeing {

    private final ConsentTable table;
    private final CitySettings city;
    private final Clock clock;

    Agreeing(ConsentTable table, CitySettings city, Clock clock) {
        this.table = table;
        this.city = city;
        this.clock = clock;
    }

    Mono<Agreement> current() {
        return table.current(city.code()).transform(Reactive.orFail(NoSuchThing::new));
    }

    /** Fails with {@code InvalidFields} when there is no such version. Again is the same. */
    Mono<Void> agree(Id person, int version) {
        return table.exists(city.code(), version)
                .filter(there -> there)
                .transform(Reactive.orFail(() -> new InvalidFields("version", "unknown", "没有这个版本的协议")))
                .flatMap(there -> table.agree(person, version, clock.instant()));
    }
}
