package io.quanmin.campaign;

import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.media.Photos;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feed as everybody opens it: the first page is kept as bytes for a moment, so that a whole city opening the app asks
 * the database once. Later pages are read by few and not kept.
 */
@Component
class Feed {

    private final ArticleTable table;
    private final Covers covers;
    private final CampaignSettings settings;
    private final JsonMapper json;
    private final Map<Integer, Mono<Printed>> kept = new ConcurrentHashMap<>();

    Feed(ArticleTable table, Covers covers, CampaignSettings settings, JsonMapper json) {
        this.table = table;
        this.covers = covers;
        this.settings = settings;
        this.json = json;
    }

    Mono<Printed> page(PageRequest request) {
        return request.after().isPresent() ? read(request) : first(request);
    }

    /** What is kept is out of date: something was published or withdrawn on this node. */
    void forget() {
        kept.clear();
    }

    /** One for each length that may be asked for, a hundred at most. */
    private Mono<Printed> first(PageRequest request) {
        return kept.computeIfAbsent(
                request.limit(),
                limit -> read(request)
                        .cache(printed -> settings.feedKept(), failure -> Duration.ZERO, () -> Duration.ZERO));
    }

    private Mono<Printed> read(PageRequest request) {
        return table.published(request)
                .collectList()
                .map(articles -> Page.of(articles, request.limit(), Article::inFeed))
                .flatMap(page -> covers.over(page, Photos.Viewer.PUBLIC, ArticleSummary::of))
                .map(this::print);
    }

    private Printed print(Page<ArticleSummary> page) {
        byte[] bytes = json.writeValueAsBytes(page);
        return new Printed("articles-" + UUID.nameUUIDFromBytes(bytes), bytes);
    }

    /** A page as it goes out. */
    record Printed(String tag, byte[] bytes) {}
}
