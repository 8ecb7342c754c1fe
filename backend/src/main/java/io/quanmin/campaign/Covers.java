package io.quanmin.campaign;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Page;
import io.quanmin.media.PhotoLinks;
import io.quanmin.media.Photos;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts covers over articles, by one query for all. */
@Component
class Covers {

    private final Photos photos;

    Covers(Photos photos) {
        this.photos = photos;
    }

    <T> Mono<T> over(Article article, Photos.Viewer viewer, BiFunction<Article, @Nullable CoverView, T> as) {
        return links(List.of(article), viewer).map(links -> as.apply(article, cover(article, links)));
    }

    <T> Mono<Page<T>> over(Page<Article> page, Photos.Viewer viewer, BiFunction<Article, @Nullable CoverView, T> as) {
        return links(page.items(), viewer).map(links -> page.map(article -> as.apply(article, cover(article, links))));
    }

    private Mono<Map<Id, PhotoLinks>> links(List<Article> articles, Photos.Viewer viewer) {
        List<Id> covers = articles.stream()
                .map(article -> article.text().cover())
                .filter(Objects::nonNull)
                .toList();
        return covers.isEmpty() ? Mono.just(Map.of()) : photos.links(covers, viewer);
    }

    private static @Nullable CoverView cover(Article article, Map<Id, PhotoLinks> links) {
        Id cover = article.text().cover();
        return cover == null ? null : CoverView.of(cover, links.get(cover));
    }
}
