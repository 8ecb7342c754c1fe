package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads desks to their end, page after page. */
@Component
class DeskRows implements DeskCases {

    private static final int PAGE = 200;
    private static final Set<String> LISTS = Set.of("queue", "sort");

    private final Desk desk;
    private final Summaries summaries;

    DeskRows(Desk desk, Summaries summaries) {
        this.desk = desk;
        this.summaries = summaries;
    }

    @Override
    public Flux<Row> rows(Map<String, List<String>> filter, Actor actor, long most) {
        return Flux.defer(() -> {
            Desk.Listing listing = listing(filter);
            return page(listing, actor, new PageRequest(Optional.empty(), PAGE))
                    .expand(
                            read -> Mono.justOrEmpty(read.next())
                                    .flatMap(next -> page(listing, actor, new PageRequest(Cursor.read(next), PAGE))),
                            1)
                    .concatMap(read -> summaries.plain(found(read)).flatMapIterable(all -> all), 1)
                    .map(DeskRows::row)
                    .take(most);
        });
    }

    private Mono<Page<DeskTable.Turned>> page(Desk.Listing listing, Actor actor, PageRequest request) {
        return desk.files(actor, listing, request);
    }

    private static List<Found> found(Page<DeskTable.Turned> page) {
        return page.items().stream().map(each -> Found.of(each.file())).toList();
    }

    private static Row row(CaseSummary summary) {
        return new Row(
                summary.number(),
                summary.type().name(),
                summary.stage().name(),
                summary.description(),
                summary.place().address(),
                summary.place().areaName(),
                summary.unit() == null ? null : summary.unit().name(),
                summary.reportedAt(),
                summary.dueAt(),
                summary.overdue(),
                summary.dangerous(),
                summary.supervised());
    }

    private static Desk.Listing listing(Map<String, List<String>> filter) {
        filter.keySet().stream()
                .filter(name -> !LISTS.contains(name) && !DeskQuery.NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidFields("filter", "unknown", "没有这个筛选条件");
                });
        return Desk.Listing.of(one(filter, "queue"), DeskQuery.of(filter), one(filter, "sort"));
    }

    private static @Nullable String one(Map<String, List<String>> filter, String name) {
        return filter.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
