package io.quanmin.media;

import static io.quanmin.testing.Await.now;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.Role;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** People who upload, without the web in between. */
@TestComponent
final class Uploads {

    private static final int CHUNK = 8 * 1024;

    private final Uploading uploading;
    private final Ids ids;

    Uploads(Uploading uploading, Ids ids) {
        this.uploading = uploading;
        this.ids = ids;
    }

    Id somebody() {
        return ids.next("990100");
    }

    Id subject() {
        return ids.next("990102");
    }

    static Actor actor(Id person) {
        return new Actor(person, person, Set.of(Role.CITIZEN), null, null, null, "openid-" + person.value());
    }

    Id upload(Id person) {
        return upload(person, TestPhotos.made("jpeg", 64, 48));
    }

    Id upload(Id person, byte[] content) {
        return now(uploading.upload(actor(person), chunks(content))).id();
    }

    /** In pieces as the network brings them. */
    static Flux<DataBuffer> chunks(byte[] content) {
        return Flux.range(0, Math.ceilDiv(content.length, CHUNK))
                .map(chunk -> Arrays.copyOfRange(content, chunk * CHUNK, Math.min(content.length, (chunk + 1) * CHUNK)))
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }
}
