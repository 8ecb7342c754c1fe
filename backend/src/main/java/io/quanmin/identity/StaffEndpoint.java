package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.AnyStaff;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.Reactive;
import io.quanmin.kernel.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Staff and units, for those who administer them or send work to them. System administrators say who serves where, security
 * administrators what they may do; neither does the other's part.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class StaffEndpoint {

    private final ListingStaff listing;
    private final AdministeringStaff administering;
    private final People people;

    StaffEndpoint(ListingStaff listing, AdministeringStaff administering, People people) {
        this.listing = listing;
        this.administering = administering;
        this.people = people;
    }

    @Allowed({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    @GetMapping("/staff")
    Mono<Page<StaffMember>> staff(
            @RequestParam @Nullable String after, @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return listing.page(after, limit);
    }

    /** Adds somebody, who may do nothing until a security administrator grants a role. */
    @Allowed(Role.SYSTEM_ADMIN)
    @PostMapping("/staff")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AddedStaff> add(Actor actor, @RequestBody StaffRequest request) {
        return administering.add(actor, request.added()).map(AddedStaff::new);
    }

    /** Changes somebody's name, unit, area and duty. */
    @Allowed(Role.SYSTEM_ADMIN)
    @PutMapping("/staff/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(Actor actor, @PathVariable String id, @RequestBody StaffRequest request) {
        return known(id).flatMap(staff -> administering.change(actor, staff, request.changed()));
    }

    /** Ends somebody's service. */
    @Allowed(Role.SYSTEM_ADMIN)
    @DeleteMapping("/staff/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(Actor actor, @PathVariable String id) {
        return known(id).flatMap(staff -> administering.end(actor, staff));
    }

    /**
     * A code for one staff member to link their WeChat with; an earlier one ends. For an account that holds another administration
     * only that account itself gets one.
     */
    @Allowed({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    @PostMapping("/staff/{id}/bind-code")
    Mono<BindCode> bindCode(Actor actor, @PathVariable String id) {
        return known(id).flatMap(staff -> administering.bindCode(actor, staff));
    }

    /** Grants exactly these roles. */
    @Allowed(Role.SECURITY_ADMIN)
    @PutMapping("/staff/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> grant(Actor actor, @PathVariable String id, @RequestBody RolesRequest request) {
        return known(id).flatMap(staff -> administering.grant(actor, staff, request.read()));
    }

    /** Ends every session of somebody at once. */
    @Allowed(Role.SECURITY_ADMIN)
    @DeleteMapping("/staff/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endSessions(Actor actor, @PathVariable String id) {
        return known(id).flatMap(staff -> administering.endSessions(actor, staff));
    }

    /** Lets somebody try again at the desk who was locked out. */
    @Allowed(Role.SECURITY_ADMIN)
    @DeleteMapping("/staff/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unlock(Actor actor, @PathVariable String id) {
        return known(id).flatMap(staff -> administering.unlock(actor, staff));
    }

    @AnyStaff
    @GetMapping("/units")
    Mono<List<Unit>> units() {
        return people.units();
    }

    /** Adds a unit, or brings the one with its code up to date. */
    @Allowed(Role.SYSTEM_ADMIN)
    @PutMapping("/units/{code}")
    Mono<Unit> unit(Actor actor, @PathVariable String code, @RequestBody UnitRequest request) {
        return administering.unit(actor, request.read(code));
    }

    private static Mono<Id> known(String id) {
        return Mono.justOrEmpty(Id.read(id)).transform(Reactive.orFail(NoSuchThing::new));
    }

    /** Who was added. */
    record AddedStaff(Id id) {}
}
