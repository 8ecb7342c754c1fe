package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.place.Places;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of cases for citizens. */
@Component
class Listing {

    private final CaseListTable table;
    private final Summaries summaries;
    private final Places places;

    Listing(CaseListTable table, Summaries summaries, Places places) {
        this.table = table;
        this.summaries = summaries;
        this.places = places;
    }

    /** What somebody reported, newest first. */
    Mono<Page<CaseSummary>> mine(Actor actor, PageRequest request) {
        return page(table.of(actor.person(), request), request, Sight.REPORTER);
    }

    /** What everybody may see, newest first. */
    Mono<Page<CaseSummary>> shown(CaseFilter filter, PageRequest request) {
        return page(table.shown(filter, request), request, Sight.PUBLIC);
    }

    private Mono<Page<CaseSummary>> page(Flux<CaseFile> rows, PageRequest request, Sight sight) {
        return rows.collectList()
                .map(files -> Page.of(files, request.limit(), Listing::cursor))
                .flatMap(page -> page(page, sight));
    }

    private Mono<Page<CaseSummary>> page(Page<CaseFile> page, Sight sight) {
        return summaries.of(page.map(Found::of).items(), sight).map(items -> new Page<>(items, page.next()));
    }

    private static Cursor cursor(CaseFile file) {
        return new Cursor(file.origin().at(), file.id().value());
    }

    /** Shown cases around a point, nearest first. */
    Mono<List<CaseSummary>> nearby(GeoPoint point, double radius, CaseFilter filter, int limit) {
        return table.nearest(places.toWgs84(point), radius, filter, limit)
                .collectList()
                .flatMap(found -> summaries.of(found, Sight.PUBLIC));
    }
}
