package io.quanmin.casework;

import io.quanmin.identity.RateLimits;
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

/** For people who report by phone 代报, and for ringing reporters up. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class BehalfEndpoint {

    private final Reporting reporting;
    private final Viewing viewing;
    private final Contacting contacting;
    private final RateLimits limits;
    private final Commands commands;

    BehalfEndpoint(Reporting reporting, Viewing viewing, Contacting contacting, RateLimits limits, Commands commands) {
        this.reporting = reporting;
        this.viewing = viewing;
        this.contacting = contacting;
        this.limits = limits;
        this.commands = commands;
    }

    /** Reports what somebody said on the phone; the case is theirs. */
    @Allowed({Role.REVIEWER, Role.DISPATCHER, Role.HOTLINE_CLERK})
    @PostMapping("/on-behalf")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CaseView> report(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody BehalfRequest request) {
        BehalfRequest.Behalf behalf = request.read(actor.person());
        Command command = commands.of(actor, key, behalf);
        return limits.take(RateLimits.Kind.ON_BEHALF, actor.person().toString())
                .then(Mono.defer(() -> reporting.onBehalf(actor, command, behalf.report(), behalf.call())))
                .flatMap(facts -> viewing.view(facts.subject().id(), actor));
    }

    /** How to ring the reporter of a case up; that somebody asked is written down. */
    @Allowed({Role.REVIEWER, Role.DISPATCHER, Role.HOTLINE_CLERK})
    @GetMapping("/{id}/contact")
    Mono<Contacting.ContactView> contact(Actor actor, @PathVariable String id) {
        return contacting.contact(Id.read(id).orElseThrow(NoSuchThing::new), actor);
    }
}
