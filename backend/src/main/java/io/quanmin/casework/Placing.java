package io.quanmin.casework;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.place.Division;
import io.quanmin.place.Places;
import io.quanmin.place.Whereabouts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the district, area and address of what a reporter gave. */
@Component
class Placing {

    private static final int DISTRICT_DIGITS = 6;

    private final Places places;
    private final CitySettings city;
    private final CaseworkSettings settings;

    Placing(Places places, CitySettings city, CaseworkSettings settings) {
        this.places = places;
        this.city = city;
        this.settings = settings;
    }

    /** Fails with {@link InvalidFields} for a community the city does not have. */
    Mono<Placed> place(Spot spot) {
        return switch (spot) {
            case Spot.Point point -> point(point);
            case Spot.Community community -> Mono.fromCallable(() -> community(community));
        };
    }

    private Mono<Placed> point(Spot.Point spot) {
        Whereabouts where = places.locate(spot.point());
        return address(spot, where)
                .map(address -> new CasePlace(
                        where.area(),
                        where.name(),
                        where.outside(),
                        address,
                        places.toWgs84(spot.point()),
                        spot.point(),
                        spot.accuracy()))
                .map(place -> new Placed(where.district(), place));
    }

    private Mono<String> address(Spot.Point spot, Whereabouts where) {
        String given = spot.address();
        return given == null
                ? places.address(spot.point())
                        .timeout(settings.addressDeadline(), Mono.just(where.name()))
                        .defaultIfEmpty(where.name())
                : Mono.just(given);
    }

    private Placed community(Spot.Community spot) {
        Division division =
                places.division(spot.area()).orElseThrow(() -> new InvalidFields("place.area", "unknown", "没有这个社区"));
        CasePlace place = new CasePlace(division.code(), name(division), false, spot.address(), null, null, null);
        String district = division.level() == Division.Level.CITY
                ? city.code()
                : division.code().substring(0, DISTRICT_DIGITS);
        return new Placed(district, place);
    }

    /** From the district down, as {@link Whereabouts#name()} says it. */
    private String name(Division division) {
        Deque<String> names = new ArrayDeque<>();
        Optional<Division> at = Optional.of(division);
        while (at.isPresent() && at.get().level() != Division.Level.CITY) {
            names.addFirst(at.get().name());
            at = above(at.get().parent());
        }
        return names.isEmpty() ? division.name() : String.join(" · ", names);
    }

    private Optional<Division> above(@Nullable String code) {
        return code == null ? Optional.empty() : places.division(code);
    }

    /** A place and the district whose case it is. */
    record Placed(String district, CasePlace place) {}
}
