package io.quanmin.notification;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.LoggedIn;
import io.quanmin.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person's own inbox. */
@RestController
@RequestMapping(path = "/api/v1/inbox", produces = MediaType.APPLICATION_JSON_VALUE)
@LoggedIn
class InboxEndpoint {

    /** More than this nobody needs to know exactly. */
    private static final int UNREAD_AT_MOST = 1_000;

    private final InboxTable table;

    InboxEndpoint(InboxTable table) {
        this.table = table;
    }

    record Unread(long count) {}

    record UpTo(@NotNull @PositiveOrZero Long upTo) {}

    /** The newest first. */
    @GetMapping
    Mono<Page<Item>> newest(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        int atMost = Math.clamp(limit, 1, 100);
        return table.before(actor.person(), cursor(after), atMost + 1)
                .collectList()
                .map(items -> page(items, atMost));
    }

    private static long cursor(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseUnsignedLong(after, 36);
        } catch (NumberFormatException madeUp) {
            throw new InvalidFields("after", "invalid", "不是有效的翻页位置");
        }
    }

    private static Page<Item> page(List<Item> items, int limit) {
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        List<Item> cut = List.copyOf(items.subList(0, limit));
        return new Page<>(cut, Long.toUnsignedString(cut.getLast().cursor(), 36));
    }

    @GetMapping("/unread")
    Mono<Unread> unread(Actor actor) {
        return table.unread(actor.person(), UNREAD_AT_MOST).map(Unread::new);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> read(Actor actor, @Valid @RequestBody UpTo upTo) {
        return table.read(actor.person(), upTo.upTo());
    }
}
