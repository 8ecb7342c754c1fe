package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import java.util.Objects;
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

/** One case: reported, looked at, moved. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseEndpoint {

    private static final String KEY = "Idempotency-Key";

    private final Reporting reporting;
    private final Stepping stepping;
    private final Viewing viewing;
    private final JudgingPhotos judging;
    private final Commands commands;

    CaseEndpoint(Reporting reporting, Stepping stepping, Viewing viewing, JudgingPhotos judging, Commands commands) {
        this.reporting = reporting;
        this.stepping = stepping;
        this.viewing = viewing;
        this.judging = judging;
        this.commands = commands;
    }

    /** Reports a problem. */
    @Allowed(Role.CITIZEN)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CaseView> report(
            Actor actor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ReportRequest request) {
        Report report = request.read();
        return reporting
                .report(actor, commands.of(actor, key, report), report)
                .flatMap(facts -> viewing.own(facts, actor));
    }

    /** Reports a problem and that it is solved already. */
    @Allowed(Role.CITIZEN)
    @PostMapping("/solved")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CaseView> solved(
            Actor actor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody SolvedRequest request) {
        Report report = request.read();
        return reporting
                .report(actor, commands.of(actor, key, report), report)
                .flatMap(facts -> viewing.own(facts, actor));
    }

    /** A case as far as the viewer may see it. */
    @Anyone
    @GetMapping("/{id}")
    Mono<CaseView> view(@Nullable Actor actor, @PathVariable String id) {
        return viewing.view(known(id), actor);
    }

    /** Takes the case one step on. */
    @Allowed({
        Role.CITIZEN,
        Role.REVIEWER,
        Role.VERIFIER,
        Role.DISPATCHER,
        Role.OFFICER,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.WORKING_GROUP
    })
    @PostMapping("/{id}/steps")
    Mono<CaseView> step(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody StepRequest request) {
        Id caseId = known(id);
        Move move = request.read();
        long version = Objects.requireNonNull(request.version());
        Command command = commands.of(actor, key, caseId + "@" + version + " " + move);
        return stepping.step(new Turn(actor, command, caseId, version, move))
                .flatMap(moved -> viewing.view(moved, actor));
    }

    /** Decides whether the public may see a photo of the case. */
    @Allowed({Role.REVIEWER, Role.VERIFIER})
    @PostMapping("/{id}/photos/{photo}/judgement")
    Mono<CaseView> judge(
            Actor actor, @PathVariable String id, @PathVariable String photo, @RequestBody JudgementRequest request) {
        Id caseId = known(id);
        return judging.judge(actor, caseId, new JudgingPhotos.Judgement(known(photo), request.known()))
                .then(Mono.defer(() -> viewing.view(caseId, actor)));
    }

    /** What is not an id is the id of nothing. */
    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** @param fit whether the public may see it */
    record JudgementRequest(@Nullable Boolean fit) {

        boolean known() {
            if (fit == null) {
                throw new InvalidFields("fit", "required", "请选择照片是否可以公开");
            }
            return fit;
        }
    }
}
