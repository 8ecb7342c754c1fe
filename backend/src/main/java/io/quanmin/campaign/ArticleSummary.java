package io.quanmin.campaign;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An article in the feed. */
record ArticleSummary(
        Id id, String title, String summary, @Nullable CoverView cover, Instant publishedAt) {

    static ArticleSummary of(Article article, @Nullable CoverView cover) {
        Article.Text text = article.text();
        return new ArticleSummary(
                article.id(), text.title(), text.summary(), cover, Objects.requireNonNull(article.publishedAt()));
    }
}
