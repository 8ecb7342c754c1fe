package io.quanmin.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.DigestUtils;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Addresses from map services, against a server that gives their documented answers. */
final class AddressesTest {

    private static final GeoPoint POINT = new GeoPoint(120.13, 30.27, Datum.WGS84);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final MovingClock clock = new MovingClock();
    private volatile Mono<String> answer = Mono.empty();

    private final DisposableServer server = HttpServer.create()
            .port(0)
            .route(routes -> routes.get("/**", (request, response) -> {
                asked.add(request.uri());
                return response.header("Content-Type", "application/json").sendString(answer);
            }))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void tencentIsAskedInItsOwnDatumLatitudeFirstAndSigned() {
        answer = Mono.just("""
                {"status":0,"message":"query ok","result":{"address":"云溪市青石区文昌路1号",
                 "formatted_addresses":{"recommend":"文昌路1号文庙广场旁","rough":"文庙广场"}}}""");

        assertThat(tencent().of(POINT).block()).isEqualTo("文昌路1号文庙广场旁");

        GeoPoint gcj02 = Gcj02.toGcj02(POINT);
        String location = "%.6f,%.6f".formatted(gcj02.latitude(), gcj02.longitude());
        var arguments = UriComponentsBuilder.fromUri(URI.create(asked.getFirst()))
                .build()
                .getQueryParams();
        assertThat(String.valueOf(arguments.getFirst("location")).replace("%2C", ","))
                .isEqualTo(location);
        assertThat(asked.getFirst()).startsWith("/ws/geocoder/v1?");
        assertThat(arguments.getFirst("sig"))
                .isEqualTo(DigestUtils.md5DigestAsHex(
                        ("/ws/geocoder/v1?get_poi=0&key=TENCENT-KEY&location=" + location + "TENCENT-SECRET")
                                .getBytes(UTF_8)));
    }

    @Test
    void tiandituIsAskedInWgs84() {
        answer = Mono.just("""
                {"result":{"formatted_address":"云溪市青石区人民路8号"},"msg":"ok","status":"0"}""");

        assertThat(tianditu().of(POINT).block()).isEqualTo("云溪市青石区人民路8号");
        assertThat(java.net.URLDecoder.decode(asked.getFirst(), UTF_8))
                .isEqualTo("/geocoder?postStr={'lon':120.130000,'lat':30.270000,'ver':1}&type=geocode&tk=TIANDITU-KEY");
    }

    @Test
    void aRememberedAddressIsNotAskedForAgain() {
        answer = Mono.just("{\"status\":0,\"result\":{\"address\":\"文昌路1号\"}}");
        Addresses addresses = tencent();

        assertThat(addresses.of(POINT).block()).isEqualTo("文昌路1号");
        assertThat(addresses
                        .of(new GeoPoint(120.130004, 30.270004, Datum.WGS84))
                        .block())
                .isEqualTo("文昌路1号");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aServiceOverItsQuotaPerSecondIsLeftAloneForASecond() {
        answer = Mono.just("{\"status\":120,\"message\":\"此key每秒请求量已达到上限\"}");
        Addresses addresses = tencent();
        String offline = DemoCity.gazetteer().address(POINT);

        assertThat(addresses.of(POINT).block()).isEqualTo(offline);
        assertThat(addresses.of(POINT).block()).isEqualTo(offline);
        assertThat(asked).hasSize(1);

        answer = Mono.just("{\"status\":0,\"result\":{\"address\":\"文昌路1号\"}}");
        clock.now = clock.now.plusSeconds(1);
        assertThat(addresses.of(POINT).block()).isEqualTo("文昌路1号");
    }

    @Test
    void aServiceOverItsQuotaPerDayOrWithABadKeyIsLeftAloneForLonger() {
        for (int status : new int[] {121, 111, 112, 113, 190, 199}) {
            asked.clear();
            answer = Mono.just("{\"status\":%d,\"message\":\"refused\"}".formatted(status));
            Addresses addresses = tencent();
            assertThat(addresses.of(POINT).block()).isNotBlank();
            clock.now = clock.now.plus(Duration.ofMinutes(9));
            assertThat(addresses.of(POINT).block()).isNotBlank();
            assertThat(asked).as("status %d", status).hasSize(1);
        }
    }

    @Test
    void aServiceWithoutAnAddressThereIsNotAskedAgain() {
        answer = Mono.just("{\"msg\":\"empty\",\"status\":\"101\"}");
        Addresses addresses = tianditu();

        assertThat(addresses.of(POINT).block()).isEqualTo(DemoCity.gazetteer().address(POINT));
        assertThat(addresses.of(POINT).block()).isEqualTo(DemoCity.gazetteer().address(POINT));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aSilentServiceCostsNoMoreThanTheDeadline() {
        answer = Mono.never();

        assertThat(tencent().of(POINT).block(Duration.ofSeconds(20)))
                .isEqualTo(DemoCity.gazetteer().address(POINT));
    }

    @Test
    void nonsenseOrFarTooMuchIsAnsweredFromTheGazetteer() {
        String offline = DemoCity.gazetteer().address(POINT);
        for (String nonsense : List.of("<html>", "[]", "{}", "{\"status\":\"x\"}", "\"" + "x".repeat(200_000) + "\"")) {
            answer = Mono.just(nonsense);
            assertThat(tencent().of(POINT).block()).isEqualTo(offline);
            assertThat(tianditu().of(POINT).block()).isEqualTo(offline);
        }
    }

    private Addresses tencent() {
        return addresses(DemoCity.tencent("http://localhost:" + server.port()));
    }

    private Addresses tianditu() {
        return addresses(DemoCity.tianditu("http://localhost:" + server.port()));
    }

    private Addresses addresses(PlaceSettings settings) {
        return new Addresses(PlaceConfiguration.geocoder(settings), DemoCity.gazetteer(), settings, clock);
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
