package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.AnyStaff;
import io.quanmin.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Links between a person's accounts: mini-program, staff record, service account. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
class LinkEndpoint {

    private final LinkingStaff staff;
    private final LinkingServiceAccount service;
    private final DescribingMe describing;

    LinkEndpoint(LinkingStaff staff, LinkingServiceAccount service, DescribingMe describing) {
        this.staff = staff;
        this.service = service;
        this.describing = describing;
    }

    /** Makes this WeChat the staff member's; their roles come with the answer. */
    @Allowed(Role.CITIZEN)
    @PostMapping("/staff-link")
    Mono<Me> link(@Valid @RequestBody Link link, Actor actor) {
        return staff.linkByCode(actor.person(), link.bindCode()).then(Mono.defer(() -> describing.describe(actor)));
    }

    /** A code by which to follow the service account as oneself. */
    @AnyStaff
    @PostMapping("/service-account-code")
    Mono<LinkingServiceAccount.ServiceCode> code(Actor actor) {
        return service.code(actor.person());
    }

    record Link(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9 -]*")
            String bindCode) {}
}
