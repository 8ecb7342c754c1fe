package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.suggestion.Decided;
import io.quanmin.suggestion.Decisions;
import io.quanmin.suggestion.Hints;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Accepted cases, for whoever learns from what people decided. */
@Component
class LearnedFrom implements Decisions {

    private final DecidedTable table;
    private final People people;

    LearnedFrom(DecidedTable table, People people) {
        this.table = table;
        this.people = people;
    }

    @Override
    public Flux<Decided> newest(int most) {
        return people.units()
                .map(units -> units.stream().collect(Collectors.toMap(Unit::id, Unit::code)))
                .flatMapMany(codes -> table.newest(most).map(row -> decided(row, codes)));
    }

    private static Decided decided(DecidedTable.Row row, Map<Id, String> codes) {
        return new Decided(
                new Hints(row.description(), row.area(), row.reportedAt()),
                row.type(),
                row.unit() == null ? null : codes.get(row.unit()));
    }
}
