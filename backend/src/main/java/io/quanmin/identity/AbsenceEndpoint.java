package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.AnyStaff;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is away, and who stands in for them. */
@RestController
@RequestMapping(path = "/api/v1/absences", produces = MediaType.APPLICATION_JSON_VALUE)
@AnyStaff
class AbsenceEndpoint {

    private final Substituting substituting;
    private final Clock clock;

    AbsenceEndpoint(Substituting substituting, Clock clock) {
        this.substituting = substituting;
        this.clock = clock;
    }

    /** Mine, those I stand in for, and for who leads a unit all of it. */
    @GetMapping
    Mono<Absences> known(Actor actor) {
        return substituting.known(actor).map(Absences::new);
    }

    /** Colleagues who could stand in for me. */
    @GetMapping("/substitutes")
    Mono<Colleagues> substitutes(Actor actor) {
        return substituting
                .candidates(actor, Objects.requireNonNull(actor.staff()))
                .map(Colleagues::new);
    }

    /** I am away, or one of the unit I lead is. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Made> away(Actor actor, @RequestBody AbsenceRequest request) {
        return substituting.away(actor, request.read(clock.instant())).map(Made::new);
    }

    /** Back earlier, or not away at all. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> back(Actor actor, @PathVariable String id) {
        return substituting.back(actor, known(id));
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** @param items the first to begin first */
    record Absences(List<AbsenceView> items) {}

    /** @param items by name */
    record Colleagues(List<AbsenceView.Colleague> items) {}

    /** @param id of the absence */
    record Made(Id id) {}
}
