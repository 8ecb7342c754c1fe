package io.quanmin.notification;

import io.quanmin.kernel.Id;
import java.util.Collection;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people were told, in order of their cursors. */
@Component
public final class Inbox {

    private final InboxTable table;

    Inbox(InboxTable table) {
        this.table = table;
    }

    /** The oldest first, those after a cursor. */
    public Flux<Item> after(Id person, long cursor, int limit) {
        return table.after(person, cursor, limit);
    }

    /** The cursor of a person's newest item; 0 when there is none. */
    public Mono<Long> end(Id person) {
        return table.ends(java.util.List.of(person)).next().map(News.To::cursor).defaultIfEmpty(0L);
    }

    /** The cursor of each person's newest item; who has none is left out. */
    public Flux<News.To> ends(Collection<Id> persons) {
        return table.ends(persons);
    }
}
