package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who in a unit sees to which of its tasks. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.OFFICER, Role.LEADER})
class AssignmentEndpoint {

    private final Assigning assigning;
    private final Colleagues colleagues;

    AssignmentEndpoint(Assigning assigning, Colleagues colleagues) {
        this.assigning = assigning;
        this.colleagues = colleagues;
    }

    /** Gives the task my unit has in a case to one of its officers, or takes it back. */
    @PutMapping("/cases/{id}/assignee")
    Mono<CaseView> assign(Actor actor, @PathVariable String id, @RequestBody AssigneeRequest request) {
        Id caseId = Id.read(id).orElseThrow(NoSuchThing::new);
        return assigning.assign(caseId, actor, request.read(), request.version());
    }

    /** Whom of my unit a task can be given to. */
    @GetMapping("/desk/colleagues")
    Mono<Colleagues.Present> colleagues(Actor actor) {
        return colleagues.of(actor);
    }

    /**
     * @param person id of who sees to it from now on; absent to take it back
     * @param version of the case one looked at; absent where that does not matter
     */
    record AssigneeRequest(
            @Nullable String person, @Nullable Long version) {

        @Nullable
        Id read() {
            if (person == null) {
                return null;
            }
            Fields fields = new Fields();
            Id id = fields.id("person", person).orElse(null);
            fields.check();
            return id;
        }
    }
}
