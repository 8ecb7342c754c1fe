package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Calls back to reporters of closed cases. */
@RestController
@RequestMapping(path = "/api/v1/tasks/{id}/call", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.REVIEWER)
class CallEndpoint {

    private final Calling calling;
    private final Commands commands;

    CallEndpoint(Calling calling, Commands commands) {
        this.calling = calling;
        this.commands = commands;
    }

    /** Whom to call; the whole number only once the case is held, and that it was shown is written down. */
    @GetMapping
    Mono<CallSheet> sheet(Actor actor, @PathVariable String id) {
        return calling.sheet(known(id), actor);
    }

    /** What came of it. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> called(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody CallRequest request) {
        Id caseId = known(id);
        Call call = request.read();
        return calling.called(caseId, actor, commands.of(actor, key, caseId + " " + call), call);
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }
}
