package io.quanmin.place;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.place.Geocoder.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Addresses for people: remembered, else asked of the map service, else from the gazetteer. A service that is slow, away or
 * refuses costs nobody more than the deadline.
 */
final class Addresses {

    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final Optional<Geocoder> geocoder;
    private final Gazetteer gazetteer;
    private final Duration timeout;
    private final Clock clock;
    private final Remembered remembered;
    private volatile Instant askAgain = Instant.MIN;

    Addresses(Optional<Geocoder> geocoder, Gazetteer gazetteer, PlaceSettings settings, Clock clock) {
        this.geocoder = geocoder;
        this.gazetteer = gazetteer;
        this.timeout = settings.timeout();
        this.clock = clock;
        this.remembered = new Remembered(settings.cachedAddresses());
    }

    /** The address of a WGS-84 point; never fails and is never empty. */
    Mono<String> of(GeoPoint wgs84) {
        return Mono.defer(() -> {
            @Nullable String known = remembered.get(key(wgs84));
            boolean ask = known == null && !clock.instant().isBefore(askAgain);
            return ask && geocoder.isPresent()
                    ? asked(geocoder.get(), wgs84)
                    : Mono.just(known == null ? gazetteer.address(wgs84) : known);
        });
    }

    private Mono<String> asked(Geocoder service, GeoPoint wgs84) {
        return service.ask(wgs84)
                .timeout(timeout)
                .map(answer -> taken(answer, wgs84))
                .onErrorResume(failure -> Mono.just(failed(failure, wgs84)))
                .defaultIfEmpty(gazetteer.address(wgs84));
    }

    private String taken(Answer answer, GeoPoint wgs84) {
        return switch (answer) {
            case Answer.Found found -> remember(wgs84, found.address());
            case Answer.Nothing nothing -> remember(wgs84, gazetteer.address(wgs84));
            case Answer.Refused refused -> {
                LOG.warn("The map service refuses: {} {}", refused.code(), refused.message());
                askAgain = clock.instant().plus(refused.pause());
                yield gazetteer.address(wgs84);
            }
        };
    }

    private String failed(Throwable failure, GeoPoint wgs84) {
        LOG.warn("The map service does not answer: {}", failure.toString());
        askAgain = clock.instant().plus(AFTER_FAILURE);
        return gazetteer.address(wgs84);
    }

    private String remember(GeoPoint wgs84, String address) {
        remembered.put(key(wgs84), address);
        return address;
    }

    /** Four decimals are about 10 metres: neighbours on one doorstep share an answer. */
    private static String key(GeoPoint wgs84) {
        return String.format(Locale.ROOT, "%.4f,%.4f", wgs84.longitude(), wgs84.latitude());
    }

    /** The addresses asked for most recently. */
    private static final class Remembered {

        private final Map<String, String> addresses;

        Remembered(int most) {
            this.addresses = new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > most;
                }
            };
        }

        synchronized @Nullable String get(String key) {
            return addresses.get(key);
        }

        synchronized void put(String key, String address) {
            addresses.put(key, address);
        }
    }
}
