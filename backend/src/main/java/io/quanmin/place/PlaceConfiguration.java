package io.quanmin.place;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Chooses the map service by the key that is configured. */
@Configuration(proxyBeanMethods = false)
class PlaceConfiguration {

    /** A map service's answer is a few kilobytes; more is not one. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    @Bean
    Addresses addresses(PlaceSettings settings, Gazetteer gazetteer, Clock clock) {
        return new Addresses(geocoder(settings), gazetteer, settings, clock);
    }

    static Optional<Geocoder> geocoder(PlaceSettings settings) {
        @Nullable String tencent = settings.tencent().key();
        @Nullable String tianditu = settings.tianditu().key();
        if (StringUtils.hasText(tencent)) {
            PlaceSettings.Tencent service = settings.tencent();
            return Optional.of(
                    new TencentGeocoder(http(settings.timeout()), service.endpoint(), tencent, service.secretKey()));
        }
        return StringUtils.hasText(tianditu)
                ? Optional.of(new TiandituGeocoder(
                        http(settings.timeout()), settings.tianditu().endpoint(), tianditu))
                : Optional.empty();
    }

    private static WebClient http(Duration timeout) {
        return WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(timeout)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .build();
    }
}
