package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What those at work on a case want to know of it besides the case itself. */
@RestController
@RequestMapping(path = "/api/v1/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER, Role.SUPERVISOR, Role.WORKING_GROUP
})
class ExplanationEndpoint {

    private final Explaining explaining;

    ExplanationEndpoint(Explaining explaining) {
        this.explaining = explaining;
    }

    /** The rules that hold for it, and why. */
    @GetMapping("/rules")
    Mono<RulesView> rules(Actor actor, @PathVariable String id) {
        return explaining.rules(known(id), actor);
    }

    /** Its grid cell, and open cases around it. */
    @GetMapping("/surroundings")
    Mono<SurroundingsView> surroundings(Actor actor, @PathVariable String id) {
        return explaining.surroundings(known(id), actor);
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }
}
