package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.place.Places;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What citizens may solve, and what they have taken on. */
@Component
class Offers {

    private final ClaimTable table;
    private final Summaries summaries;
    private final Places places;
    private final Rulebook rulebook;
    private final Clock clock;

    Offers(ClaimTable table, Summaries summaries, Places places, Rulebook rulebook, Clock clock) {
        this.table = table;
        this.summaries = summaries;
        this.places = places;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** On offer around a point, nearest first. */
    Mono<List<CaseSummary>> around(GeoPoint point, double radius, int limit) {
        return table.offered(places.toWgs84(point), radius, limit)
                .collectList()
                .flatMap(found -> summaries.of(found, Sight.PUBLIC));
    }

    /** By the rules in force. */
    Mono<ClaimTerms> terms() {
        return rulebook.inForce(clock.instant()).map(rules -> ClaimTerms.of(rules.claims()));
    }

    /** What somebody has claimed or solved, newest first. */
    Mono<Page<CaseSummary>> of(Actor actor, PageRequest request) {
        return table.of(actor.person(), request)
                .collectList()
                .map(files -> Page.of(files, request.limit(), Offers::cursor))
                .flatMap(this::page);
    }

    private Mono<Page<CaseSummary>> page(Page<CaseFile> page) {
        return summaries.of(page.map(Found::of).items(), Sight.HOLDER).map(items -> new Page<>(items, page.next()));
    }

    private static Cursor cursor(CaseFile file) {
        return new Cursor(file.origin().at(), file.id().value());
    }
}
