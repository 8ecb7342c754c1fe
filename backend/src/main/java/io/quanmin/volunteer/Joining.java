package io.quanmin.volunteer;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Violation;
import io.quanmin.place.Division;
import io.quanmin.place.Division.Level;
import io.quanmin.place.Places;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TypeGroup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody enrols, or changes what they care for. */
@Component
class Joining {

    private static final int MOST_AREAS = 10;
    private static final Set<Level> CARED_FOR = Set.of(Level.STREET, Level.COMMUNITY);

    private final VolunteerTable table;
    private final CardNumbers numbers;
    private final Rulebook rulebook;
    private final Places places;
    private final Clock clock;

    Joining(VolunteerTable table, CardNumbers numbers, Rulebook rulebook, Places places, Clock clock) {
        this.table = table;
        this.numbers = numbers;
        this.rulebook = rulebook;
        this.places = places;
        this.clock = clock;
    }

    /** Fails with {@link InvalidFields} for areas and kinds the city does not have. */
    Mono<Void> join(Id person, WishRequest request) {
        return rulebook.inForce(clock.instant())
                .map(rules -> wish(rules, request))
                .flatMap(wish -> table.put(person, numbers.next(), wish, clock.instant()));
    }

    private Volunteer.Wish wish(Rules rules, WishRequest request) {
        List<Violation> violations = new ArrayList<>();
        List<String> areas = WishRequest.codes(request.areas());
        List<String> kinds = WishRequest.codes(request.kinds());
        GeoPoint point = request.chosen(violations);
        if (areas.isEmpty() || areas.size() > MOST_AREAS || !areas.stream().allMatch(this::caredFor)) {
            violations.add(new Violation("areas", "unknown", "请选择 1 至 " + MOST_AREAS + " 个街道或社区"));
        }
        if (kinds.isEmpty() || !kinds(rules).containsAll(kinds)) {
            violations.add(new Violation("kinds", "unknown", "请至少选择一类关心的问题"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidFields(violations);
        }
        return new Volunteer.Wish(areas, kinds, point == null ? null : places.toWgs84(point));
    }

    private boolean caredFor(String code) {
        return places.division(code)
                .map(Division::level)
                .filter(CARED_FOR::contains)
                .isPresent();
    }

    private static Set<String> kinds(Rules rules) {
        return rules.groups().stream().map(TypeGroup::code).collect(Collectors.toSet());
    }
}
