package io.quanmin.casework;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out who follows a case, and what everybody concerned is told of its steps. */
@Component
class Telling {

    /** More than this are not told one by one. */
    private static final int TOLD = 5_000;

    private final CaseTable cases;
    private final SupporterTable supporters;
    private final CaseworkSettings settings;
    private final CitySettings city;

    Telling(CaseTable cases, SupporterTable supporters, CaseworkSettings settings, CitySettings city) {
        this.cases = cases;
        this.supporters = supporters;
        this.settings = settings;
        this.city = city;
    }

    /** What is to be said of steps about to be written. */
    Mono<List<Notice>> of(Facts facts, Decision.Taken taken) {
        Id caseId = facts.subject().id();
        Mono<List<Id>> reporters = cases.followers(caseId, TOLD).collectList();
        return Mono.zip(reporters, supporters.of(caseId).collectList(), Following::new)
                .map(following -> notices(facts, taken, following));
    }

    private List<Notice> notices(Facts facts, Decision.Taken taken, Following following) {
        Tidings tidings = new Tidings(
                facts.subject().now(), taken.next(), facts, following, settings.emergencyUnit(), city.zone());
        return Stream.concat(
                        tidings.of(taken.steps()).stream(),
                        new WhistleTidings(tidings, taken.tasks()).of(taken.steps()).stream())
                .toList();
    }
}
