package io.quanmin.campaign;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article of the publicity team.
 *
 * @param version from 1; each change makes the next
 * @param author absent once their account is erased
 * @param editor who wrote it as it stands; absent as the author is
 */
record Article(
        Id id,
        long version,
        State state,
        Text text,
        Screening screening,
        @Nullable Id author,
        @Nullable Id editor,
        Instant madeAt,
        @Nullable Instant publishedAt) {

    /** From draft to published to withdrawn; a withdrawn one that is rewritten is a draft again. */
    enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /** How its words stand before the content check. */
    enum Screening {
        PASSED,
        /** They could not be checked. */
        UNSCREENED,
        DOUBTFUL
    }

    /** What is read; {@code body} is HTML of the allowed subset. */
    record Text(
            String title,
            String summary,
            String body,
            @Nullable Id cover) {}

    /** Its place in the feed. */
    Cursor inFeed() {
        return new Cursor(Objects.requireNonNull(publishedAt), id.value());
    }

    /** Its place on the team's desk. */
    Cursor onDesk() {
        return new Cursor(madeAt, id.value());
    }

    Article rewritten(Text newText, Screening verdict, Id by) {
        return new Article(id, version + 1, State.DRAFT, newText, verdict, author, by, madeAt, null);
    }

    /** What no machine passed is read by a second person before everybody reads it. */
    boolean mayBePublishedBy(Id person) {
        return screening == Screening.PASSED || !person.equals(editor);
    }

    Article published(Instant now) {
        return new Article(id, version + 1, State.PUBLISHED, text, screening, author, editor, madeAt, now);
    }

    Article withdrawn() {
        return new Article(id, version + 1, State.WITHDRAWN, text, screening, author, editor, madeAt, publishedAt);
    }
}
