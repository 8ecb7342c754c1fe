package io.quanmin.outbox;

import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Reactive;
import io.quanmin.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Deliveries that failed for good, for those who keep the system running. */
@RestController
@RequestMapping(path = "/api/v1/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.SYSTEM_ADMIN)
class DeadLetterEndpoint {

    private final DeadLetterTable letters;
    private final Hints hints;

    DeadLetterEndpoint(DeadLetterTable letters, Hints hints) {
        this.letters = letters;
        this.hints = hints;
    }

    /** The newest first. */
    @GetMapping
    Mono<Page<DeadLetter>> newest(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest part = PageRequest.read(after, limit);
        return letters.newest(part.after().orElse(null), part.limit() + 1)
                .collectList()
                .map(rows -> Page.of(
                        rows,
                        part.limit(),
                        letter -> new Cursor(letter.diedAt(), letter.id().value())));
    }

    /** Tries it again from the beginning; its subject's later events that have not gone out yet wait for it. */
    @PostMapping("/{id}/requeue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> requeue(@PathVariable String id) {
        return Mono.justOrEmpty(Id.read(id))
                .flatMap(letters::requeue)
                .transform(Reactive.orFail(NoSuchThing::new))
                .transform(Reactive.exactlyOne(NoSuchThing::new))
                .doOnSuccess(done -> hints.give());
    }
}
