package io.quanmin.casework;

import io.quanmin.kernel.CitySettings;
import io.quanmin.notice.Notice;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out who follows a case, and what everybody concerned is told of its steps. */
@Component
class Telling {

    private final CaseTable cases;
    private final CaseworkSettings settings;
    private final CitySettings city;

    Telling(CaseTable cases, CaseworkSettings settings, CitySettings city) {
        this.cases = cases;
        this.settings = settings;
        this.city = city;
    }

    /** What is to be said of steps about to be written. */
    Mono<List<Notice>> of(Facts facts, Decision.Taken taken) {
        return cases.followers(facts.subject().id())
                .collectList()
                .map(followers -> new Tidings(
                                facts.subject().now(),
                                taken.next(),
                                facts,
                                followers,
                                settings.emergencyUnit(),
                                city.zone())
                        .of(taken.steps()));
    }
}
