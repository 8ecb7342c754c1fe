package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.LoggedIn;
import io.quanmin.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a person is told about themselves, and their place in the city's service. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
class MeEndpoint {

    private final DescribingMe describing;
    private final LinkingStaff linking;

    MeEndpoint(DescribingMe describing, LinkingStaff linking) {
        this.describing = describing;
        this.linking = linking;
    }

    @LoggedIn
    @GetMapping
    Mono<Me> me(Actor actor) {
        return describing.describe(actor);
    }

    /** Makes this WeChat the staff member's; their roles come with the answer. */
    @Allowed(Role.CITIZEN)
    @PostMapping("/staff-link")
    Mono<Me> link(@Valid @RequestBody Link link, Actor actor) {
        return linking.linkByCode(actor.person(), link.bindCode()).then(Mono.defer(() -> describing.describe(actor)));
    }

    record Link(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9 -]*")
            String bindCode) {}
}
