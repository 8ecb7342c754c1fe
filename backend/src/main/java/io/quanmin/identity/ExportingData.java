package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands a person everything the city keeps about them, section by section. */
@Component
final class ExportingData {

    private final ObjectProvider<PersonalData> keepers;
    private final RateLimits limits;
    private final Clock clock;

    ExportingData(ObjectProvider<PersonalData> keepers, RateLimits limits, Clock clock) {
        this.keepers = keepers;
        this.limits = limits;
        this.clock = clock;
    }

    Mono<Export> export(Id person) {
        return limits.take(RateLimits.Kind.EXPORT, person.toString())
                .thenMany(Flux.fromStream(keepers::orderedStream))
                .concatMap(keeper -> keeper.export(person).map(data -> Map.entry(keeper.section(), data)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .map(sections -> new Export(clock.instant(), sections));
    }

    /** All that is kept, by module. */
    record Export(Instant exportedAt, Map<String, Object> sections) {}
}
