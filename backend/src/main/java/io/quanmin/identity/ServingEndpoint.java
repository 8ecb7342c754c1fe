package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.AnyStaff;
import io.quanmin.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What makes a person staff: the links between their accounts, and their password. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
class ServingEndpoint {

    private final LinkingStaff staff;
    private final LinkingServiceAccount service;
    private final ChangingPassword passwords;
    private final DescribingMe describing;

    ServingEndpoint(
            LinkingStaff staff, LinkingServiceAccount service, ChangingPassword passwords, DescribingMe describing) {
        this.staff = staff;
        this.service = service;
        this.passwords = passwords;
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

    /** Changes the password for the desk, and ends every session. */
    @AnyStaff
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(@Valid @RequestBody NewPassword password, Actor actor) {
        return passwords.change(actor, password.present(), password.next());
    }

    record NewPassword(
            @NotBlank @Size(max = 128) String present,
            @NotBlank @Size(max = 128) String next) {

        /** Never shows a password. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    record Link(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9 -]*")
            String bindCode) {}
}
