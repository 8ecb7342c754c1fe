package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import io.quanmin.media.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Keeps what is nobody's business out of what people see of a case. */
@RestController
@RequestMapping(path = "/api/v1/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class RedactionEndpoint {

    private static final int DESCRIPTION = 1_000;
    private static final int REGIONS = 50;

    private final Redaction redaction;
    private final Viewing viewing;

    RedactionEndpoint(Redaction redaction, Viewing viewing) {
        this.redaction = redaction;
        this.viewing = viewing;
    }

    /** Rewrites the description for the public; left out, the public reads the original with numbers masked. */
    @Allowed({Role.REVIEWER, Role.DISPATCHER})
    @PutMapping("/public-text")
    Mono<CaseView> words(Actor actor, @PathVariable String id, @RequestBody PublicTextRequest request) {
        Id caseId = known(id);
        return redaction.words(actor, caseId, request.read()).then(Mono.defer(() -> viewing.view(caseId, actor)));
    }

    /** Covers regions of a photo for good in all that is served of it; none uncovers it again from the original. */
    @Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER})
    @PutMapping("/photos/{photo}/redactions")
    Mono<CaseView> photo(
            Actor actor, @PathVariable String id, @PathVariable String photo, @RequestBody RegionsRequest request) {
        Id caseId = known(id);
        return redaction
                .photo(actor, caseId, known(photo), request.read())
                .then(Mono.defer(() -> viewing.view(caseId, actor)));
    }

    /** What is covered of a photo now, to be put right. */
    @Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER})
    @GetMapping("/photos/{photo}/redactions")
    Mono<Redaction.Covered> covered(Actor actor, @PathVariable String id, @PathVariable String photo) {
        return redaction.covered(actor, known(id), known(photo));
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** @param description for the public; absent for the original, masked */
    record PublicTextRequest(@Nullable String description) {

        @Nullable
        String read() {
            Fields fields = new Fields();
            String words = fields.maybeWords("description", description, DESCRIPTION);
            fields.check();
            return words;
        }
    }

    /** @param regions none to show all of it again */
    record RegionsRequest(@Nullable List<@Nullable RegionRequest> regions) {

        List<Region> read() {
            Fields fields = new Fields();
            List<Region> read = new ArrayList<>();
            if (regions == null) {
                fields.refuse("regions", "required", "请给出要遮盖的区域，没有就给空列表");
            } else if (regions.size() > REGIONS) {
                fields.refuse("regions", "too-many", "最多遮盖 " + REGIONS + " 处");
            } else {
                regions.forEach(each -> read(each, fields, read));
            }
            fields.check();
            return List.copyOf(read);
        }

        private static void read(@Nullable RegionRequest given, Fields fields, List<Region> read) {
            Region region = given == null ? null : given.region();
            if (region == null) {
                fields.refuse("regions", "out-of-range", "区域须在照片以内，位置和大小以 0 到 1 的比例表示");
            } else {
                read.add(region);
            }
        }
    }

    /** A part of the picture, in shares of its width and height from the left and the top. */
    record RegionRequest(
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double width,
            @Nullable Double height) {

        @Nullable
        Region region() {
            return x == null || y == null || width == null || height == null || !Region.within(x, y, width, height)
                    ? null
                    : new Region(x, y, width, height);
        }
    }
}
