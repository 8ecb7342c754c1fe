package io.quanmin.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.place.Geocoder.Answer.Found;
import io.quanmin.place.Geocoder.Answer.Nothing;
import io.quanmin.place.Geocoder.Answer.Refused;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Tencent Location Service: GCJ-02, latitude first, HTTP 200 whatever happens, the truth in {@code status}. */
final class TencentGeocoder implements Geocoder {

    private static final String PATH = "/ws/geocoder/v1";

    private final WebClient http;
    private final URI endpoint;
    private final String key;
    private final @Nullable String secretKey;

    TencentGeocoder(WebClient http, URI endpoint, String key, @Nullable String secretKey) {
        this.http = http;
        this.endpoint = endpoint;
        this.key = key;
        this.secretKey = secretKey;
    }

    @Override
    public Mono<Answer> ask(GeoPoint wgs84) {
        return http.get().uri(uri(wgs84)).retrieve().bodyToMono(JsonNode.class).map(TencentGeocoder::answer);
    }

    private URI uri(GeoPoint wgs84) {
        GeoPoint point = Gcj02.toGcj02(wgs84);
        TreeMap<String, String> arguments = new TreeMap<>();
        arguments.put("get_poi", "0");
        arguments.put("key", key);
        arguments.put("location", String.format(Locale.ROOT, "%.6f,%.6f", point.latitude(), point.longitude()));
        UriComponentsBuilder uri = UriComponentsBuilder.fromUri(endpoint).path(PATH);
        arguments.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        if (secretKey != null) {
            uri.queryParam("sig", signature(arguments, secretKey));
        }
        return uri.encode().buildAndExpand(arguments).toUri();
    }

    /** MD5 over path, arguments sorted by name and not yet encoded, and the secret key: Tencent's own rule. */
    private static String signature(TreeMap<String, String> arguments, String secretKey) {
        String query = arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining("&"));
        return DigestUtils.md5DigestAsHex((PATH + "?" + query + secretKey).getBytes(UTF_8));
    }

    private static Answer answer(JsonNode body) {
        int status = body.path("status").asInt(-1);
        if (status != 0) {
            return refused(status, body.path("message").asString(""));
        }
        JsonNode result = body.path("result");
        String recommended =
                result.path("formatted_addresses").path("recommend").asString("");
        String address = recommended.isBlank() ? result.path("address").asString("") : recommended;
        return address.isBlank() ? new Nothing() : new Found(address);
    }

    private static Answer refused(int status, String message) {
        return switch (status) {
            case 120 -> new Refused(status, message, Duration.ofSeconds(1));
            case 121 -> new Refused(status, message, Duration.ofHours(1));
            case 310, 311, 320, 330, 347, 348, 365, 366 -> new Nothing();
            default -> new Refused(status, message, Duration.ofMinutes(10));
        };
    }
}
