package io.quanmin.bench;

import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Uploads a photo through the service: read, checked, stood upright, copied twice, three objects kept, one row. */
final class UploadPath implements Contestant {

    private final City city;
    private final WebClient citizen;
    private final byte[] photo;
    private final Callers callers;

    UploadPath(City city, WebClient citizen, byte[] photo, int clients) {
        this.city = city;
        this.citizen = citizen;
        this.photo = photo;
        this.callers = new Callers(clients);
    }

    @Override
    public String name() {
        return "POST /api/v1/photos";
    }

    @Override
    public Round run(Duration length) {
        long before = rows();
        Round round = callers.call(Mono.defer(this::upload), length);
        if (rows() - before != round.operations()) {
            throw new IllegalStateException(round.operations() + " answers but " + (rows() - before) + " photos");
        }
        return round;
    }

    private long rows() {
        return city.count("select count(*) from media.photo");
    }

    private Mono<?> upload() {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(photo)).filename("photo.jpg");
        return citizen.post()
                .uri("/photos")
                .body(BodyInserters.fromMultipartData(form.build()))
                .retrieve()
                .onStatus(status -> status.value() != HttpStatus.CREATED.value(), answer -> answer.createException())
                .bodyToMono(byte[].class);
    }
}
