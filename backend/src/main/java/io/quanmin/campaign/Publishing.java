package io.quanmin.campaign;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.media.Photos;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings articles before everybody, and takes them back. */
@Component
class Publishing {

    private final ArticleTable table;
    private final Changing changing;
    private final Photos photos;
    private final Notices notices;
    private final Feed feed;
    private final Clock clock;

    Publishing(ArticleTable table, Changing changing, Photos photos, Notices notices, Feed feed, Clock clock) {
        this.table = table;
        this.changing = changing;
        this.photos = photos;
        this.notices = notices;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Shows a draft to everybody and tells them, quietly; its cover has then been looked at by a person. Fails with {@link
     * AnotherEditorNeeded} where nobody but its writer has read words that no machine passed.
     */
    Mono<Article> publish(Actor publisher, Id id, long version) {
        return in(id, Article.State.DRAFT)
                .filter(draft -> draft.mayBePublishedBy(publisher.person()))
                .switchIfEmpty(Mono.error(AnotherEditorNeeded::new))
                .flatMap(draft -> publish(draft, version, draft.published(clock.instant())))
                .doOnNext(published -> feed.forget());
    }

    private Mono<Article> publish(Article draft, long version, Article next) {
        Mono<Void> also = judgeCover(next).then(Mono.defer(() -> notices.tell(notice(next))));
        return changing.change(draft, version, next, also);
    }

    private Mono<Void> judgeCover(Article article) {
        Id cover = article.text().cover();
        return cover == null ? Mono.empty() : photos.lookedAt(List.of(cover));
    }

    private static Notice notice(Article article) {
        Article.Text text = article.text();
        return new Notice(
                article.id(),
                new Audience.Everyone(),
                "article.published",
                Map.of("title", text.title(), "summary", text.summary()),
                "pages/article/detail?id=" + article.id(),
                Notice.Urgency.QUIET,
                Objects.requireNonNull(article.publishedAt()));
    }

    /** Takes an article from the feed at once, and then from the inboxes. */
    Mono<Article> withdraw(Id id, long version) {
        return in(id, Article.State.PUBLISHED)
                .flatMap(published -> changing.change(
                        published, version, published.withdrawn(), Mono.defer(() -> notices.tell(withdrawal(id)))))
                .doOnNext(withdrawn -> feed.forget());
    }

    /** Says nothing of what the article said. */
    private Notice withdrawal(Id id) {
        return new Notice(
                id, new Audience.Everyone(), "article.withdrawn", Map.of(), "", Notice.Urgency.QUIET, clock.instant());
    }

    private Mono<Article> in(Id id, Article.State state) {
        return table.find(id)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(article -> article.state() == state
                        ? Mono.just(article)
                        : Mono.error(new ArticleStepNotAllowed(article.state())));
    }
}
