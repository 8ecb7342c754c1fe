package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.rulebook.RuleImpact;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which open cases would stand otherwise if they were under a draft of the rules. */
@Component
class DraftImpact implements RuleImpact {

    /** Enough to know what a draft does; more would keep the database from its work. */
    private static final int MOST = 20_000;

    private static final int PAGE = 500;
    private static final int EXAMPLES = 20;

    private final OpenCaseTable table;
    private final Rulebook rulebook;
    private final People people;

    DraftImpact(OpenCaseTable table, Rulebook rulebook, People people) {
        this.table = table;
        this.rulebook = rulebook;
        this.people = people;
    }

    @Override
    public Mono<Impact> impact(Rules draft) {
        return people.units()
                .map(units -> units.stream().collect(Collectors.toMap(Unit::code, Unit::name)))
                .flatMap(units -> open().concatMap(open -> rulebook.version(open.rules())
                                .map(rules -> new Looked(open, new Comparing(rules, draft, units).differences(open))))
                        .collect(Tally::new, Tally::count))
                .map(Tally::impact);
    }

    /** A page is read to its end before the next is asked for, so that no query waits inside another. */
    private Flux<OpenCase> open() {
        return table.after(null, PAGE)
                .collectList()
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : table.after(page.getLast(), PAGE).collectList())
                .flatMapIterable(Function.identity())
                .take(MOST);
    }

    private record Looked(OpenCase open, List<Comparing.Difference> differences) {}

    /** What was seen so far. */
    private static final class Tally {

        private final Map<String, Integer> kinds = new LinkedHashMap<>();
        private final java.util.ArrayList<Example> examples = new java.util.ArrayList<>();
        private int looked;
        private int changed;

        private void count(Looked one) {
            looked++;
            if (!one.differences().isEmpty()) {
                changed++;
            }
            for (Comparing.Difference difference : one.differences()) {
                kinds.merge(difference.kind(), 1, Integer::sum);
                if (examples.size() < EXAMPLES) {
                    examples.add(difference.of(one.open()));
                }
            }
        }

        private Impact impact() {
            return new Impact("未结案件", looked, looked < MOST, changed, kinds, examples);
        }
    }
}
