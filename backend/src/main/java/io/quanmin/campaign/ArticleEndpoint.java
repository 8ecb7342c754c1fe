package io.quanmin.campaign;

import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.media.Photos;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the publicity team says to everybody. */
@RestController
@RequestMapping(path = "/api/v1/articles", produces = MediaType.APPLICATION_JSON_VALUE)
@Anyone
class ArticleEndpoint {

    /** Asked again each time, answered 304 nearly always: what is withdrawn is gone at once. */
    private static final CacheControl ASK_AGAIN =
            CacheControl.maxAge(Duration.ZERO).mustRevalidate().cachePublic();

    private final Feed feed;
    private final ArticleTable table;
    private final Covers covers;

    ArticleEndpoint(Feed feed, ArticleTable table, Covers covers) {
        this.feed = feed;
        this.table = table;
        this.covers = covers;
    }

    /** The feed, newest first. */
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FeedPage.class)))
    Mono<ResponseEntity<byte[]>> feed(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return feed.page(PageRequest.read(after, limit))
                .map(page -> ResponseEntity.ok()
                        .cacheControl(ASK_AGAIN)
                        .eTag(page.tag())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(page.bytes()));
    }

    /** An article that is published. */
    @GetMapping("/{id}")
    Mono<ArticleView> read(@PathVariable String id) {
        return Mono.justOrEmpty(Id.read(id))
                .flatMap(table::find)
                .filter(article -> article.state() == Article.State.PUBLISHED)
                .flatMap(article -> covers.over(article, Photos.Viewer.PUBLIC, ArticleView::of))
                .switchIfEmpty(Mono.error(NoSuchThing::new));
    }

    /** What the bytes of a page of the feed say: a {@link Page} of summaries. */
    private record FeedPage(
            List<ArticleSummary> items, @Nullable String next) {}
}
