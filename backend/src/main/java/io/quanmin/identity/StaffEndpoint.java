package io.quanmin.identity;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Staff and units, for those who administer them or send work to them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class StaffEndpoint {

    private final ListingStaff listing;
    private final StaffAdministration administration;
    private final People people;

    StaffEndpoint(ListingStaff listing, StaffAdministration administration, People people) {
        this.listing = listing;
        this.administration = administration;
        this.people = people;
    }

    @Allowed(Role.SYSTEM_ADMIN)
    @GetMapping("/staff")
    Mono<Page<StaffMember>> staff(
            @RequestParam @Nullable String after, @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return listing.page(after, limit);
    }

    /** Ends somebody's service. */
    @Allowed(Role.SYSTEM_ADMIN)
    @DeleteMapping("/staff/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable String id) {
        return known(id).flatMap(administration::end);
    }

    /** A code for one staff member to link their WeChat with; an earlier one ends. */
    @Allowed(Role.SYSTEM_ADMIN)
    @PostMapping("/staff/{id}/bind-code")
    Mono<BindCode> bindCode(@PathVariable String id) {
        return known(id).flatMap(administration::bindCode);
    }

    @AnyStaff
    @GetMapping("/units")
    Mono<List<Unit>> units() {
        return people.units();
    }

    private static Mono<Id> known(String id) {
        return Mono.justOrEmpty(Id.read(id)).transform(Reactive.orFail(NoSuchThing::new));
    }
}
