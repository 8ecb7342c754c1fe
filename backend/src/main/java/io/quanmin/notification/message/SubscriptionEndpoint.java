package io.quanmin.notification.message;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which stages of their cases a citizen will be told of by WeChat. */
@RestController
@RequestMapping(path = "/api/v1/subscriptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.CITIZEN)
class SubscriptionEndpoint {

    private final Subscribing subscribing;

    SubscriptionEndpoint(Subscribing subscribing) {
        this.subscribing = subscribing;
    }

    /** What the popup answered for one template: {@code accept}, {@code reject}, {@code ban}, {@code filter} or newer words. */
    record Result(
            @NotBlank @Size(max = 64) String template,
            @NotBlank @Size(max = 40) String status) {}

    /**
     * What the popup answered.
     *
     * @param asked the popup's id, made by the client: a repeat counts once
     */
    record Answer(
            @NotNull @Size(max = 10) List<@Valid @NotNull Result> results,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{8,64}")
            String asked) {}

    @GetMapping
    Mono<Subscriptions> mine(Actor actor) {
        return subscribing.of(actor);
    }

    @PostMapping
    Mono<Subscriptions> answer(Actor actor, @Valid @RequestBody Answer answer) {
        List<String> accepted = answer.results().stream()
                .filter(result -> result.status().startsWith("accept"))
                .map(Result::template)
                .distinct()
                .toList();
        return subscribing.accept(actor, accepted, answer.asked()).then(mine(actor));
    }
}
