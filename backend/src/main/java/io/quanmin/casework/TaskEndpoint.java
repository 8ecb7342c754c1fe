package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The work that waits for staff. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER, Role.SUPERVISOR, Role.WORKING_GROUP
})
class TaskEndpoint {

    private final Tasks tasks;
    private final Holding holding;
    private final Viewing viewing;

    TaskEndpoint(Tasks tasks, Holding holding, Viewing viewing) {
        this.tasks = tasks;
        this.holding = holding;
        this.viewing = viewing;
    }

    /** A queue within my area or of my unit, what is due first first. */
    @GetMapping
    Mono<Page<TaskItem>> queue(
            Actor actor,
            @RequestParam String queue,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return tasks.in(known(queue), actor, PageRequest.read(after, limit));
    }

    private static Queue known(String queue) {
        return Queue.named(queue).orElseThrow(() -> new InvalidFields("queue", "unknown", "没有这个任务列表"));
    }

    /** Takes the next free case of a queue; no content where nothing waits. */
    @PostMapping("/next")
    Mono<ResponseEntity<CaseView>> next(Actor actor, @RequestParam String queue) {
        return tasks.next(known(queue), actor)
                .flatMap(taken -> viewing.view(taken, actor))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }

    /** Takes a case, or holds on to it for as long again. */
    @PostMapping("/{id}/hold")
    Mono<HoldView> hold(Actor actor, @PathVariable String id) {
        return holding.hold(caseId(id), actor);
    }

    /** Lets go of a case; a supervisor of whoever has it. */
    @DeleteMapping("/{id}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> release(Actor actor, @PathVariable String id) {
        return holding.release(caseId(id), actor);
    }

    private static Id caseId(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** How much waits in each of my queues. */
    @GetMapping("/counts")
    Mono<Map<String, Long>> counts(Actor actor) {
        return tasks.counts(actor);
    }
}
