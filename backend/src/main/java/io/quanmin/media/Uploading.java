package io.quanmin.media;

import io.quanmin.identity.RateLimits;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Ids;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a photo that comes through this service. */
@Component
final class Uploading {

    private final RateLimits rates;
    private final Spool spool;
    private final Workshop workshop;
    private final Keeping keeping;
    private final Ids ids;
    private final CitySettings city;

    Uploading(RateLimits rates, Spool spool, Workshop workshop, Keeping keeping, Ids ids, CitySettings city) {
        this.rates = rates;
        this.spool = spool;
        this.workshop = workshop;
        this.keeping = keeping;
        this.ids = ids;
        this.city = city;
    }

    /** Fails with a problem and leaves nothing behind when the content is not one whole photo within the limits. */
    Mono<KeptPhoto> upload(Actor actor, Flux<DataBuffer> content) {
        return spool.with(
                content,
                file -> workshop.examine(file).flatMap(photo -> keeping.keep(ids.next(city.code()), actor, photo)));
    }
}
