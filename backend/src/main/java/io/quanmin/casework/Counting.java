package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.place.Places;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts how units did, month by month; what was counted is kept for a minute, because many read the same. */
@Component
class Counting {

    private static final int MONTHS = 24;
    private static final int KEPT = 100;
    private static final Duration FOR = Duration.ofMinutes(1);

    private final RatesTable table;
    private final People people;
    private final Places places;
    private final CitySettings city;
    private final Clock clock;
    private final Map<Asked, Mono<RatesView>> kept = Collections.synchronizedMap(new Kept());

    Counting(RatesTable table, People people, Places places, CitySettings city, Clock clock) {
        this.table = table;
        this.people = people;
        this.places = places;
        this.city = city;
        this.clock = clock;
    }

    /**
     * The rates of a month.
     *
     * @param month this one or one of the two years before it; absent for this one
     * @param area code of a division; absent for the whole city. Fails with {@link InvalidFields} for one the city does not have
     */
    Mono<RatesView> rates(@Nullable YearMonth month, @Nullable String area) {
        YearMonth present = YearMonth.now(clock.withZone(city.zone()));
        YearMonth wanted = month == null ? present : month;
        if (wanted.isAfter(present) || wanted.isBefore(present.minusMonths(MONTHS))) {
            throw new InvalidFields("month", "out-of-range", "请选择最近两年内的月份");
        }
        if (area != null && places.division(area).isEmpty()) {
            throw new InvalidFields("area", "unknown", "没有这个区域");
        }
        return kept.computeIfAbsent(
                new Asked(wanted, area), asked -> Mono.defer(() -> count(asked)).cache(FOR));
    }

    private Mono<RatesView> count(Asked asked) {
        String area = asked.area() == null ? null : Scope.prefix(asked.area());
        Instant from = asked.month().atDay(1).atStartOfDay(city.zone()).toInstant();
        return Mono.zip(table.count(from, end(asked.month()), area).collectList(), people.units())
                .map(read -> view(asked, read.getT1(), read.getT2()));
    }

    /** What is due later this month is not due yet. */
    private Instant end(YearMonth month) {
        Instant next = month.plusMonths(1).atDay(1).atStartOfDay(city.zone()).toInstant();
        Instant now = clock.instant();
        return now.isBefore(next) ? now : next;
    }

    private static RatesView view(Asked asked, List<RatesTable.OfUnit> counted, List<Unit> units) {
        Map<Id, Unit> known = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        List<RatesView.UnitLine> lines = counted.stream()
                .sorted(Comparator.comparingLong(
                                (RatesTable.OfUnit each) -> each.rates().due())
                        .reversed())
                .flatMap(each -> Stream.ofNullable(known.get(each.unit())).map(unit -> line(unit, each.rates())))
                .toList();
        Rates all = counted.stream().map(RatesTable.OfUnit::rates).reduce(Rates.NONE, Rates::plus);
        return new RatesView(asked.month(), asked.area(), RatesView.Line.of(all), lines);
    }

    private static RatesView.UnitLine line(Unit unit, Rates rates) {
        return new RatesView.UnitLine(new Named(unit.code(), unit.name()), RatesView.Line.of(rates));
    }

    private record Asked(YearMonth month, @Nullable String area) {}

    /** The last few asked for. */
    private static final class Kept extends LinkedHashMap<Asked, Mono<RatesView>> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Mono<RatesView>> eldest) {
            return size() > KEPT;
        }
    }
}
