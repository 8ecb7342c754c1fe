package io.quanmin.wechat.callback;

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

/** Pushes of WeChat that could not be told, for those who keep the system running. */
@RestController
@RequestMapping(path = "/api/v1/wechat/pushes-put-aside", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.SYSTEM_ADMIN)
class PutAsideEndpoint {

    private final PutAsideTable table;
    private final Hint hint;

    PutAsideEndpoint(PutAsideTable table, Hint hint) {
        this.table = table;
        this.hint = hint;
    }

    /** The newest first. */
    @GetMapping
    Mono<Page<PutAside>> newest(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest wanted = PageRequest.read(after, limit);
        return table.newest(wanted.after().orElse(null), wanted.limit() + 1)
                .collectList()
                .map(rows -> Page.of(rows, wanted.limit(), PutAsideEndpoint::cursor));
    }

    private static Cursor cursor(PutAside push) {
        return new Cursor(push.receivedAt(), push.id().value());
    }

    /** Reads it again from the beginning, after what was wrong has been mended. */
    @PostMapping("/{id}/requeue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> requeue(@PathVariable String id) {
        return Mono.justOrEmpty(Id.read(id))
                .flatMap(table::requeue)
                .transform(Reactive.orFail(NoSuchThing::new))
                .transform(Reactive.exactlyOne(NoSuchThing::new))
                .doOnSuccess(done -> hint.give());
    }
}
