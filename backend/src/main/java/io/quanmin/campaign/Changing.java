package io.quanmin.campaign;

import io.quanmin.media.Photos;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes an article under the guard of its version. */
@Component
class Changing {

    private final ArticleTable table;
    private final Covers covers;
    private final TransactionalOperator transaction;

    Changing(ArticleTable table, Covers covers, TransactionalOperator transaction) {
        this.table = table;
        this.covers = covers;
        this.transaction = transaction;
    }

    /**
     * Writes the next version together with what belongs to it; fails with {@link StaleArticle} when the editor looked at another.
     *
     * @param seen the version the editor looked at
     * @param also part of the same transaction
     */
    Mono<Article> change(Article before, long seen, Article next, Mono<Void> also) {
        return before.version() == seen ? write(next, also) : stale(before);
    }

    private Mono<Article> write(Article next, Mono<Void> also) {
        return table.change(next)
                .filter(rows -> rows == 1)
                .flatMap(changed -> also.thenReturn(next))
                .as(transaction::transactional)
                .switchIfEmpty(Mono.defer(() -> table.find(next.id()).flatMap(this::stale)));
    }

    private Mono<Article> stale(Article current) {
        return covers.over(current, Photos.Viewer.STAFF, DraftView::of)
                .flatMap(view -> Mono.error(new StaleArticle(view)));
    }
}
