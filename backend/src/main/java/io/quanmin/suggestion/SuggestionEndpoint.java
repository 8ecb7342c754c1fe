package io.quanmin.suggestion;

import io.quanmin.identity.RateLimits;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.Role;
import io.quanmin.kernel.Texts;
import io.quanmin.place.Places;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Suggestions for whoever writes a report, and how the model does for those who watch it. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SuggestionEndpoint {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 1_000;
    private static final int VERSIONS = 100;

    private final Suggestions suggestions;
    private final ModelTable models;
    private final RateLimits limits;
    private final Rulebook rulebook;
    private final Places places;
    private final Clock clock;

    SuggestionEndpoint(
            Suggestions suggestions,
            ModelTable models,
            RateLimits limits,
            Rulebook rulebook,
            Places places,
            Clock clock) {
        this.suggestions = suggestions;
        this.models = models;
        this.limits = limits;
        this.rulebook = rulebook;
        this.places = places;
        this.clock = clock;
    }

    /** What type a problem may be of by what is written so far, the likeliest first; nothing where the model is not sure. */
    @Allowed({Role.CITIZEN, Role.HOTLINE_CLERK, Role.REVIEWER, Role.DISPATCHER})
    @GetMapping("/cases/suggestions")
    Mono<Page<Suggested>> suggestions(
            Actor actor,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable Double longitude,
            @RequestParam(required = false) @Nullable Double latitude,
            @RequestParam(required = false) @Nullable Datum datum) {
        String clean = Texts.clean(text);
        if (Texts.length(clean) > LONGEST) {
            throw new InvalidFields("text", "too-long", "最多 " + LONGEST + " 个字");
        }
        Instant now = clock.instant();
        Hints hints = new Hints(clean, area(longitude, latitude, datum), now);
        return limits.take(RateLimits.Kind.SUGGEST, actor.person().toString())
                .then(Mono.defer(() ->
                        Texts.length(clean) < SHORTEST ? Mono.just(List.<Likely>of()) : suggestions.likely(hints)))
                .zipWith(rulebook.inForce(now), SuggestionEndpoint::named);
    }

    private @Nullable String area(@Nullable Double longitude, @Nullable Double latitude, @Nullable Datum datum) {
        if (longitude == null || latitude == null || datum == null) {
            return null;
        }
        if (!GeoPoint.onEarth(longitude, latitude)) {
            throw new InvalidFields("longitude", "not-on-earth", "坐标不在地球上");
        }
        return places.locate(new GeoPoint(longitude, latitude, datum)).area();
    }

    private static Page<Suggested> named(List<Likely> likely, Rules rules) {
        return new Page<>(
                likely.stream()
                        .flatMap(each -> rules.type(each.code()).map(type -> Suggested.of(type, each)).stream())
                        .toList(),
                null);
    }

    /** Versions of the model and how each did, newest first. */
    @Allowed({Role.REVIEWER, Role.DISPATCHER, Role.SUPERVISOR})
    @GetMapping("/suggestion-models")
    Mono<Page<ModelView>> models() {
        return models.all(VERSIONS).collectList().map(versions -> new Page<>(versions, null));
    }

    /** @param probability above 0, at most 1 */
    record Suggested(Named type, double probability) {

        private static Suggested of(ProblemType type, Likely likely) {
            return new Suggested(new Named(type.code(), type.name()), likely.probability());
        }
    }

    /** A code and what people call it. */
    record Named(String code, String name) {}
}
