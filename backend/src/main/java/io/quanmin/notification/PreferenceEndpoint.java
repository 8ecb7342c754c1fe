package io.quanmin.notification;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.LoggedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a person wants to be told. */
@RestController
@RequestMapping(path = "/api/v1/me/preferences", produces = MediaType.APPLICATION_JSON_VALUE)
@LoggedIn
class PreferenceEndpoint {

    private final PreferenceTable table;
    private final Templates templates;

    PreferenceEndpoint(PreferenceTable table, Templates templates) {
        this.table = table;
        this.templates = templates;
    }

    /** Quiet hours are hours and minutes of the city's wall clock, both or neither. */
    record Wanted(
            @NotNull Boolean wechatMessages,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime quietFrom,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime quietTo,
            @Nullable @Size(max = 50) Set<@NotNull String> muted) {

        static Wanted of(Preferences preferences) {
            return new Wanted(
                    preferences.wechatMessages(), preferences.quietFrom(), preferences.quietTo(), preferences.muted());
        }

        Preferences preferences() {
            return new Preferences(wechatMessages, quietFrom, quietTo, muted == null ? Set.of() : muted);
        }
    }

    @GetMapping
    Mono<Wanted> mine(Actor actor) {
        return table.of(actor.person()).map(Wanted::of);
    }

    @PutMapping
    Mono<Wanted> change(Actor actor, @Valid @RequestBody Wanted wanted) {
        if ((wanted.quietFrom() == null) != (wanted.quietTo() == null)) {
            throw new InvalidFields("quietTo", "required", "免打扰时段需要同时填写开始和结束时间");
        }
        return templates
                .all()
                .doOnNext(known -> requireKnown(wanted.preferences().muted(), known.keySet()))
                .flatMap(known -> table.save(actor.person(), wanted.preferences()))
                .then(mine(actor));
    }

    private static void requireKnown(Set<String> muted, Set<String> known) {
        if (!known.containsAll(muted)) {
            throw new InvalidFields("muted", "unknown", "没有这一类消息");
        }
    }
}
