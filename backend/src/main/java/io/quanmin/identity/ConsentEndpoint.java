package io.quanmin.identity;

import io.quanmin.kernel.Anyone;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The privacy agreement, to be read before one agrees. */
@RestController
@RequestMapping(path = "/api/v1/consents", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsentEndpoint {

    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Agreeing agreeing;

    ConsentEndpoint(Agreeing agreeing) {
        this.agreeing = agreeing;
    }

    @Anyone
    @GetMapping("/current")
    Mono<ResponseEntity<Agreement>> current() {
        return agreeing.current()
                .map(agreement -> ResponseEntity.ok().cacheControl(A_MINUTE).body(agreement));
    }
}
