package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import io.quanmin.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cases found by words, and cases of one problem. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchEndpoint {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;

    private final Searching searching;
    private final Supporting supporting;

    SearchEndpoint(Searching searching, Supporting supporting) {
        this.searching = searching;
        this.supporting = supporting;
    }

    /** Cases in which words of two characters or more stand, newest first. */
    @Anyone
    @GetMapping("/search")
    Mono<Page<CaseSummary>> search(
            @Nullable Actor actor,
            @RequestParam String words,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        String clean = Texts.clean(words);
        if (Texts.length(clean) < SHORTEST || Texts.length(clean) > LONGEST) {
            throw new InvalidFields("words", "length", "请输入 2 至 50 个字");
        }
        return searching.search(clean, actor, PageRequest.read(after, limit));
    }

    /** Open cases of a type around a place: perhaps what somebody is about to report. */
    @Anyone
    @GetMapping("/similar")
    Mono<Page<CaseSummary>> similar(
            @RequestParam String type,
            @RequestParam double longitude,
            @RequestParam double latitude,
            @RequestParam Datum datum) {
        if (!GeoPoint.onEarth(longitude, latitude)) {
            throw new InvalidFields("longitude", "not-on-earth", "坐标不在地球上");
        }
        return searching
                .similar(Texts.clean(type), new GeoPoint(longitude, latitude, datum))
                .map(items -> new Page<>(items, null));
    }

    /** Cases that may be of the same problem as this one, the likeliest first. */
    @Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER})
    @GetMapping("/{id}/candidates")
    Mono<Page<Candidate>> candidates(Actor actor, @PathVariable String id) {
        return searching.candidates(known(id), actor).map(items -> new Page<>(items, null));
    }

    /** "Me too": follows the case instead of reporting it again. */
    @Allowed(Role.CITIZEN)
    @PutMapping("/{id}/support")
    Mono<Support> support(Actor actor, @PathVariable String id) {
        return supporting.support(actor, known(id));
    }

    /** Follows it no longer. */
    @Allowed(Role.CITIZEN)
    @DeleteMapping("/{id}/support")
    Mono<Support> leave(Actor actor, @PathVariable String id) {
        return supporting.leave(actor, known(id));
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }
}
