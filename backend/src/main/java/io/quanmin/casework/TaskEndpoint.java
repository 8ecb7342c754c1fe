package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The work that waits for staff. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER, Role.SUPERVISOR})
class TaskEndpoint {

    private final Tasks tasks;

    TaskEndpoint(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A queue within my area or of my unit, what is due first first. */
    @GetMapping
    Mono<Page<CaseSummary>> queue(
            Actor actor,
            @RequestParam String queue,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Queue wanted = Queue.named(queue).orElseThrow(() -> new InvalidFields("queue", "unknown", "没有这个任务列表"));
        return tasks.in(wanted, actor, PageRequest.read(after, limit));
    }

    /** How much waits in each of my queues. */
    @GetMapping("/counts")
    Mono<Map<String, Long>> counts(Actor actor) {
        return tasks.counts(actor);
    }
}
