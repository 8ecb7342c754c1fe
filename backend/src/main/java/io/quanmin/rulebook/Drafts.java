package io.quanmin.rulebook;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Drafts of the next version. Whoever calls has seen to it that the person may. */
public interface Drafts {

    /** A new draft with the content of a version, to follow the newest; fails with {@code NoSuchThing} when there is no such version. */
    Mono<Draft> begin(String name, int source, Id author);

    /** A draft; fails with {@code NoSuchThing}. */
    Mono<Draft> find(Id draft);

    /** The latest first; one more than the page. */
    Flux<Draft> page(PageRequest page);

    /** Where a page of drafts goes on. */
    static Cursor cursor(Draft draft) {
        return new Cursor(draft.begunAt(), draft.id().value());
    }

    /** Writes it anew; fails with {@link StaleDraft}, or {@link DraftClosed} where it is no longer open. */
    Mono<Draft> rewrite(Id draft, long seen, String name, JsonNode content, Id editor);

    /** Writes one section anew, as {@link #rewrite}; fails with {@code InvalidFields} for a section no rulebook has. */
    Mono<Draft> rewriteSection(Id draft, long seen, String section, JsonNode content, Id editor);

    /** Brings it onto the newest version, section by section; fails with {@link SectionsCollide}. */
    Mono<Draft> rebase(Id draft, long seen, Id editor);

    /** Throws an open draft away. */
    Mono<Void> drop(Id draft);

    /** Everybody who wrote on it. */
    Mono<Set<Id>> editors(Id draft);
}
