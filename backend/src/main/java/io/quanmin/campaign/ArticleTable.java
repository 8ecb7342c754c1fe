package io.quanmin.campaign;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Articles as rows. */
@Component
class ArticleTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    ArticleTable(DatabaseClient database) {
        this.database = database;
    }

    /** Writes a new article unless its author made one with the same key: the number of rows, 1 or 0. */
    Mono<Long> insert(Article article, String key, byte[] of) {
        GenericExecuteSpec insert = database.sql("""
                insert into campaign.article (
                    district, id, version, state, title, summary, body, cover, screening, author, editor_person, made_key, made_of, made_at)
                values (
                    :district, :id, :version, :state, :title, :summary, :body, :cover, :screening, :author, :editor, :key, :of, :madeAt)
                on conflict (district, author, made_key) do nothing
                """)
                .bind("author", maybe(article.author()))
                .bind("key", key)
                .bind("of", of)
                .bind("madeAt", article.madeAt());
        return bind(insert, article).fetch().rowsUpdated();
    }

    /** What an author made with a key. */
    Mono<Made> made(Id author, String district, String key) {
        return database.sql("""
                        select * from campaign.article where district = :district and author = :author and made_key = :key
                        """)
                .bind("district", district)
                .bind("author", author.toString())
                .bind("key", key)
                .map(row -> new Made(article(row), get(row, "made_of", byte[].class)))
                .one();
    }

    /** Changes an article unless somebody else did meanwhile: the number of rows, 1 or 0. */
    Mono<Long> change(Article next) {
        GenericExecuteSpec update = database.sql("""
                update campaign.article
                set version = :version, state = :state, title = :title, summary = :summary, body = :body, cover = :cover,
                    screening = :screening, editor_person = :editor, published_at = :publishedAt
                where district = :district and id = :id and version = :version - 1
                """)
                .bind(
                        "publishedAt",
                        next.publishedAt() == null ? Parameters.in(Instant.class) : Parameters.in(next.publishedAt()));
        return bind(update, next).fetch().rowsUpdated();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, Article article) {
        Article.Text text = article.text();
        return statement
                .bind("district", article.id().district())
                .bind("id", article.id().value())
                .bind("version", article.version())
                .bind("state", article.state().name())
                .bind("title", text.title())
                .bind("summary", text.summary())
                .bind("body", text.body())
                .bind("cover", maybe(text.cover()))
                .bind("screening", article.screening().name())
                .bind("editor", maybe(article.editor()));
    }

    Mono<Article> find(Id id) {
        return database.sql("select * from campaign.article where district = :district and id = :id")
                .bind("district", id.district())
                .bind("id", id.value())
                .map(ArticleTable::article)
                .one();
    }

    /** Published ones, newest first; one more than the page. */
    Flux<Article> published(PageRequest page) {
        return paged(database.sql("""
                        select * from campaign.article
                        where state = 'PUBLISHED' and (published_at, id) < (:at, :id)
                        order by published_at desc, id desc
                        limit :limit
                        """), page);
    }

    /** All of the team's, newest first; one more than the page. */
    Flux<Article> all(PageRequest page) {
        return paged(database.sql("""
                        select * from campaign.article
                        where (made_at, id) < (:at, :id)
                        order by made_at desc, id desc
                        limit :limit
                        """), page);
    }

    private static Flux<Article> paged(GenericExecuteSpec select, PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return select.bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(ArticleTable::article)
                .all();
    }

    private static Article article(Readable row) {
        return new Article(
                new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                get(row, "version", Long.class),
                Article.State.valueOf(get(row, "state", String.class)),
                text(row),
                Article.Screening.valueOf(get(row, "screening", String.class)),
                id(row, "author"),
                id(row, "editor_person"),
                get(row, "made_at", Instant.class),
                row.get("published_at", Instant.class));
    }

    private static Article.Text text(Readable row) {
        return new Article.Text(
                get(row, "title", String.class),
                get(row, "summary", String.class),
                get(row, "body", String.class),
                id(row, "cover"));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static @Nullable Id id(Readable row, String column) {
        String text = row.get(column, String.class);
        return text == null ? null : Id.parse(text);
    }

    private static Parameter maybe(@Nullable Id id) {
        return id == null ? Parameters.in(String.class) : Parameters.in(id.toString());
    }

    /** An article and what was asked for when it was made. */
    record Made(Article article, byte[] of) {}
}
