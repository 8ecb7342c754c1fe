package io.quanmin.place;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.place.Geocoder.Answer.Found;
import io.quanmin.place.Geocoder.Answer.Nothing;
import io.quanmin.place.Geocoder.Answer.Refused;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Tianditu, the national map service: CGCS2000, which is WGS-84 to the metre, longitude and latitude by name. */
final class TiandituGeocoder implements Geocoder {

    private final WebClient http;
    private final URI endpoint;
    private final String key;

    TiandituGeocoder(WebClient http, URI endpoint, String key) {
        this.http = http;
        this.endpoint = endpoint;
        this.key = key;
    }

    @Override
    public Mono<Answer> ask(GeoPoint wgs84) {
        return http.get().uri(uri(wgs84)).retrieve().bodyToMono(JsonNode.class).map(TiandituGeocoder::answer);
    }

    private URI uri(GeoPoint point) {
        String question =
                String.format(Locale.ROOT, "{'lon':%.6f,'lat':%.6f,'ver':1}", point.longitude(), point.latitude());
        return UriComponentsBuilder.fromUri(endpoint)
                .path("/geocoder")
                .queryParam("postStr", "{question}")
                .queryParam("type", "geocode")
                .queryParam("tk", "{key}")
                .encode()
                .buildAndExpand(Map.of("question", question, "key", key))
                .toUri();
    }

    /** {@code status} is a number in quotes, 0 when well and 101 when there is nothing. */
    private static Answer answer(JsonNode body) {
        int status = body.path("status").asInt(-1);
        String address = body.path("result").path("formatted_address").asString("");
        return switch (status) {
            case 0 -> address.isBlank() ? new Nothing() : new Found(address);
            case 101 -> new Nothing();
            default -> new Refused(status, body.path("msg").asString(""), Duration.ofMinutes(10));
        };
    }
}
