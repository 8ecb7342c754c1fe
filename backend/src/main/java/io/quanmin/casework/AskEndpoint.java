package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What volunteers are asked to confirm. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.CITIZEN)
class AskEndpoint {

    private static final String KEY = "Idempotency-Key";

    private final AskViewing viewing;
    private final Answering answering;
    private final Offering offering;
    private final Commands commands;

    AskEndpoint(AskViewing viewing, Answering answering, Offering offering, Commands commands) {
        this.viewing = viewing;
        this.answering = answering;
        this.offering = offering;
        this.commands = commands;
    }

    /** What I was asked, newest first. */
    @GetMapping("/asks/mine")
    Mono<Page<AskView>> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return viewing.mine(actor, PageRequest.read(after, limit));
    }

    /** What volunteers are asked around a place; the place is not kept. */
    @GetMapping("/asks/nearby")
    Mono<Page<NearbyAsk>> nearby(
            Actor actor, @RequestParam double longitude, @RequestParam double latitude, @RequestParam Datum datum) {
        if (!GeoPoint.onEarth(longitude, latitude)) {
            throw new InvalidFields("longitude", "not-on-earth", "坐标不在地球上");
        }
        return viewing.nearby(new GeoPoint(longitude, latitude, datum), actor).map(items -> new Page<>(items, null));
    }

    /** One of mine. */
    @GetMapping("/asks/{id}")
    Mono<AskView> one(Actor actor, @PathVariable String id) {
        return viewing.one(known(id), actor);
    }

    /** Answers, or changes the answer while the case has not moved on. */
    @PostMapping("/asks/{id}/answer")
    Mono<AskView> answer(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody AnswerRequest request) {
        Id askId = known(id);
        AnswerRequest.Given given = request.read();
        return answering
                .answer(actor, commands.of(actor, key, askId + " " + given), askId, given)
                .then(Mono.defer(() -> viewing.one(askId, actor)));
    }

    /** Offers to look without having been asked. */
    @PostMapping("/cases/{id}/asks")
    Mono<AskView> offer(Actor actor, @PathVariable String id) {
        return offering.offer(actor, known(id)).flatMap(ask -> viewing.one(ask, actor));
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }
}
