package io.quanmin.media;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.quanmin.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos in, and back to those who may see them. */
@RestController
@RequestMapping(path = "/api/v1/photos", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({
    Role.CITIZEN,
    Role.REVIEWER,
    Role.VERIFIER,
    Role.DISPATCHER,
    Role.OFFICER,
    Role.LEADER,
    Role.PUBLICITY,
    Role.SUPERVISOR
})
class PhotoEndpoint {

    /** Boundaries, part heads and other fields around the file. */
    private static final int FRAMING = 64 * 1024;

    private final Uploading uploading;
    private final PhotoTable photos;
    private final LinkMaking links;
    private final MediaSettings.Limits limits;

    PhotoEndpoint(Uploading uploading, PhotoTable photos, LinkMaking links, MediaSettings settings) {
        this.uploading = uploading;
        this.photos = photos;
        this.links = links;
        this.limits = settings.limits();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PhotoAnswer> upload(Actor actor, ServerHttpRequest request, @RequestBody Flux<PartEvent> form) {
        return request.getHeaders().getContentLength() > limits.size().toBytes() + FRAMING
                ? Mono.error(new PhotoTooLarge(limits.size().toMegabytes()))
                : uploading.upload(actor, UploadForm.file(form)).map(this::answer);
    }

    @GetMapping("/{id}")
    Mono<PhotoAnswer> photo(Actor actor, @PathVariable String id) {
        return Mono.justOrEmpty(Id.read(id))
                .flatMap(photos::find)
                .filter(photo -> photo.isOf(actor.person()) || worksOnCases(actor))
                .map(this::answer)
                .transform(Reactive.orFail(NoSuchThing::new));
    }

    private static boolean worksOnCases(Actor actor) {
        return actor.is(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER);
    }

    private PhotoAnswer answer(KeptPhoto photo) {
        return PhotoAnswer.of(photo, links.of(photo));
    }
}
