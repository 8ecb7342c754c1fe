package io.quanmin.campaign;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article to be read.
 *
 * @param body HTML of the allowed subset
 */
record ArticleView(
        Id id, String title, String summary, @Nullable CoverView cover, Instant publishedAt, String body) {

    static ArticleView of(Article article, @Nullable CoverView cover) {
        Article.Text text = article.text();
        return new ArticleView(
                article.id(),
                text.title(),
                text.summary(),
                cover,
                Objects.requireNonNull(article.publishedAt()),
                text.body());
    }
}
