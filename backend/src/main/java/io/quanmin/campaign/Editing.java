package io.quanmin.campaign;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.KeyReused;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.media.Photos;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes and rewrites articles. */
@Component
class Editing {

    private final ArticleTable table;
    private final ArticleScreening screening;
    private final Photos photos;
    private final Changing changing;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    Editing(
            ArticleTable table,
            ArticleScreening screening,
            Photos photos,
            Changing changing,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.screening = screening;
        this.photos = photos;
        this.changing = changing;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new draft, once per key; fails with {@link KeyReused} when the key was for another one. */
    Mono<Article> draft(Actor editor, String key, Article.Text text) {
        byte[] of = digest(text);
        return screening
                .judge(editor, text)
                .map(verdict -> fresh(editor, text, verdict))
                .flatMap(article -> write(editor, article, key, of))
                .switchIfEmpty(Mono.defer(() -> again(editor, key, of)));
    }

    private Article fresh(Actor editor, Article.Text text, Article.Screening verdict) {
        Id id = ids.next(city.code());
        return new Article(
                id, 1, Article.State.DRAFT, text, verdict, editor.person(), editor.person(), clock.instant(), null);
    }

    /** Empty when the key was used before. */
    private Mono<Article> write(Actor editor, Article article, String key, byte[] of) {
        return table.insert(article, key, of)
                .filter(rows -> rows == 1)
                .flatMap(made -> attach(editor, article).thenReturn(article))
                .as(transaction::transactional);
    }

    private Mono<Void> attach(Actor editor, Article article) {
        Id cover = article.text().cover();
        return cover == null ? Mono.empty() : photos.attach(List.of(cover), editor.person(), article.id());
    }

    private Mono<Article> again(Actor editor, String key, byte[] of) {
        return table.made(editor.person(), city.code(), key)
                .flatMap(
                        made -> Arrays.equals(made.of(), of) ? Mono.just(made.article()) : Mono.error(new KeyReused()));
    }

    private static byte[] digest(Article.Text text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** Rewrites a draft or a withdrawn article, which is a draft again; a cover that was changed is the editor's own photo. */
    Mono<Article> rewrite(Actor editor, Id id, long version, Article.Text text) {
        return screening
                .judge(editor, text)
                .flatMap(verdict -> table.find(id)
                        .switchIfEmpty(Mono.error(NoSuchThing::new))
                        .flatMap(before ->
                                rewrite(editor, before, version, before.rewritten(text, verdict, editor.person()))));
    }

    private Mono<Article> rewrite(Actor editor, Article before, long version, Article next) {
        boolean newCover = next.text().cover() != null
                && !next.text().cover().equals(before.text().cover());
        Mono<Void> attached = newCover ? attach(editor, next) : Mono.empty();
        return before.state() == Article.State.PUBLISHED
                ? Mono.error(new ArticleStepNotAllowed(before.state()))
                : changing.change(before, version, next, attached);
    }
}
