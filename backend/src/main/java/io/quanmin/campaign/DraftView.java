package io.quanmin.campaign;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article on the team's desk, in whatever state. */
record DraftView(
        Id id,
        long version,
        Article.State state,
        String title,
        String summary,
        String body,
        @Nullable CoverView cover,
        Article.Screening screening,
        Instant madeAt,
        @Nullable Instant publishedAt) {

    static DraftView of(Article article, @Nullable CoverView cover) {
        Article.Text text = article.text();
        return new DraftView(
                article.id(),
                article.version(),
                article.state(),
                text.title(),
                text.summary(),
                text.body(),
                cover,
                article.screening(),
                article.madeAt(),
                article.publishedAt());
    }
}
