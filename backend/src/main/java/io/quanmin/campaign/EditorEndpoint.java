package io.quanmin.campaign;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import io.quanmin.media.Photos;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The desk of the publicity team. */
@RestController
@RequestMapping(path = "/api/v1/articles", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.PUBLICITY)
class EditorEndpoint {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private final Editing editing;
    private final Publishing publishing;
    private final ArticleTable table;
    private final Covers covers;

    EditorEndpoint(Editing editing, Publishing publishing, ArticleTable table, Covers covers) {
        this.editing = editing;
        this.publishing = publishing;
        this.table = table;
        this.covers = covers;
    }

    /** The team's articles in all states, newest first. */
    @GetMapping("/drafts")
    Mono<Page<DraftView>> drafts(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest request = PageRequest.read(after, limit);
        return table.all(request)
                .collectList()
                .map(articles -> Page.of(articles, request.limit(), Article::onDesk))
                .flatMap(page -> covers.over(page, Photos.Viewer.STAFF, DraftView::of));
    }

    /** Makes a draft. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<DraftView> draft(
            Actor editor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ArticleRequest request) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new InvalidFields("Idempotency-Key", "required", "请求头须带 8 至 64 位字母、数字、下划线或连字符");
        }
        return editing.draft(editor, key, request.read()).flatMap(this::view);
    }

    /** Rewrites a draft, or a withdrawn article. */
    @PutMapping("/{id}")
    Mono<DraftView> rewrite(Actor editor, @PathVariable String id, @RequestBody ArticleRequest request) {
        return editing.rewrite(editor, known(id), request.known(), request.read())
                .flatMap(this::view);
    }

    /** Shows a draft to everybody. */
    @PostMapping("/{id}/publish")
    Mono<DraftView> publish(Actor editor, @PathVariable String id, @RequestBody Seen seen) {
        return publishing.publish(editor, known(id), seen.known()).flatMap(this::view);
    }

    /** Takes a published article back. */
    @PostMapping("/{id}/withdraw")
    Mono<DraftView> withdraw(@PathVariable String id, @RequestBody Seen seen) {
        return publishing.withdraw(known(id), seen.known()).flatMap(this::view);
    }

    private Mono<DraftView> view(Article article) {
        return covers.over(article, Photos.Viewer.STAFF, DraftView::of);
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** The version the editor looked at. */
    record Seen(@Nullable Long version) {

        long known() {
            if (version == null) {
                throw new InvalidFields("version", "required", "请带上文章的版本");
            }
            return version;
        }
    }
}
