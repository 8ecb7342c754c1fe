package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.LoggedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person and what is kept about them: to see, correct, take along and erase. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
class MeEndpoint {

    private final DescribingMe describing;
    private final Renaming renaming;
    private final BindingPhone phones;
    private final Agreeing agreeing;
    private final ExportingData exporting;
    private final ErasingAccount erasing;

    MeEndpoint(
            DescribingMe describing,
            Renaming renaming,
            BindingPhone phones,
            Agreeing agreeing,
            ExportingData exporting,
            ErasingAccount erasing) {
        this.describing = describing;
        this.renaming = renaming;
        this.phones = phones;
        this.agreeing = agreeing;
        this.exporting = exporting;
        this.erasing = erasing;
    }

    @LoggedIn
    @GetMapping
    Mono<Me> me(Actor actor) {
        return describing.describe(actor);
    }

    /** Corrects the nickname. */
    @LoggedIn
    @PatchMapping
    Mono<Me> rename(@Valid @RequestBody Profile profile, Actor actor) {
        return renaming.rename(actor, profile.name().strip()).then(me(actor));
    }

    @LoggedIn
    @PutMapping("/phone")
    Mono<Me> bindPhone(@Valid @RequestBody PhoneCode phone, Actor actor) {
        return phones.bind(actor.person(), phone.code()).then(me(actor));
    }

    @LoggedIn
    @DeleteMapping("/phone")
    Mono<Me> unbindPhone(Actor actor) {
        return phones.unbind(actor.person()).then(me(actor));
    }

    @LoggedIn
    @PostMapping("/consents")
    Mono<Me> agree(@Valid @RequestBody Consent consent, Actor actor) {
        return agreeing.agree(actor.person(), consent.version()).then(me(actor));
    }

    @LoggedIn
    @GetMapping("/data")
    Mono<ExportingData.Export> export(Actor actor) {
        return exporting.export(actor.person());
    }

    /** Erases the account, at once and for good. */
    @LoggedIn
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> erase(@Valid @RequestBody Erasure erasure, Actor actor) {
        return erasing.erase(actor.person());
    }

    /** Letters, digits, signs and emoji; nothing invisible that would turn the text around it. */
    record Profile(
            @NotBlank @Size(max = 20) @Pattern(regexp = "[^\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]*")
            String name) {}

    record PhoneCode(
            @NotBlank @Size(max = 128) @Pattern(regexp = "[\\x21-\\x7E]*")
            String code) {}

    record Consent(@NotNull Integer version) {}

    record Erasure(@NotNull @Pattern(regexp = "注销") String confirm) {}
}
