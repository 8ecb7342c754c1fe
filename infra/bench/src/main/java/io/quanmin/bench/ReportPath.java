package io.quanmin.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Files reports over HTTP, as the mini-program does: session, limits, place, rules, number, transaction, the case read back. */
final class ReportPath implements Contestant {

    private final City city;
    private final WebClient citizen;
    private final Callers callers;

    ReportPath(City city, WebClient citizen, int clients) {
        this.city = city;
        this.citizen = citizen;
        this.callers = new Callers(clients);
    }

    @Override
    public String name() {
        return "POST /api/v1/cases";
    }

    @Override
    public Round run(Duration length) {
        long before = rows();
        Round round = callers.call(Mono.defer(this::report), length);
        if (rows() - before != round.operations()) {
            throw new IllegalStateException(round.operations() + " answers but " + (rows() - before) + " cases");
        }
        return round;
    }

    private long rows() {
        return city.count("select count(*) from casework.case_file");
    }

    private Mono<?> report() {
        return citizen.post()
                .uri("/cases")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of(
                        "type",
                        "exposed-garbage",
                        "description",
                        "公交站旁边的垃圾堆了三天，路过都要捂鼻子。",
                        "photos",
                        List.of(),
                        "anonymous",
                        false,
                        "place",
                        Map.of("longitude", 120.1347, "latitude", 30.2675, "datum", "GCJ02", "accuracy", 20)))
                .retrieve()
                .onStatus(status -> status.value() != HttpStatus.CREATED.value(), answer -> answer.createException())
                .bodyToMono(byte[].class);
    }
}
