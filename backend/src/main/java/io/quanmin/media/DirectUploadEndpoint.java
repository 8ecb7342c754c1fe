package io.quanmin.media;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.quanmin.kernel.Role;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Photos that go straight to the store: first the form, then word that it was posted. */
@RestController
@RequestMapping(path = "/api/v1/photos/direct", produces = MediaType.APPLICATION_JSON_VALUE)
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
class DirectUploadEndpoint {

    private final DirectUploading uploading;
    private final LinkMaking links;
    private final MediaSettings.Limits limits;

    DirectUploadEndpoint(DirectUploading uploading, LinkMaking links, MediaSettings settings) {
        this.uploading = uploading;
        this.links = links;
        this.limits = settings.limits();
    }

    @PostMapping
    Mono<Form> invite(Actor actor, @RequestBody Wish wish) {
        return Mono.defer(() -> uploading.invite(actor, wish.format(), wish.bytes(limits)))
                .map(Form::of);
    }

    @PostMapping("/{id}/arrived")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PhotoAnswer> arrived(Actor actor, @PathVariable String id) {
        return Mono.justOrEmpty(Id.read(id))
                .flatMap(photo -> uploading.arrived(actor, photo))
                .map(photo -> PhotoAnswer.of(photo, links.of(photo)))
                .transform(Reactive.orFail(NoSuchThing::new));
    }

    record Wish(@Nullable Long size, @Nullable String contentType) {

        long bytes(MediaSettings.Limits limits) {
            if (size == null || size < 1) {
                throw new InvalidFields("size", "required", "请提供文件大小");
            }
            if (size > limits.size().toBytes()) {
                throw new PhotoTooLarge(limits.size().toMegabytes());
            }
            return size;
        }

        PhotoFormat format() {
            return Arrays.stream(PhotoFormat.values())
                    .filter(format -> format.contentType().equals(contentType))
                    .findFirst()
                    .orElseThrow(NotAPhoto::new);
        }
    }

    record Form(Id id, URI url, Map<String, String> fields) {

        static Form of(DirectUploading.Invitation invitation) {
            return new Form(
                    invitation.id(), invitation.form().url(), invitation.form().fields());
        }
    }
}
