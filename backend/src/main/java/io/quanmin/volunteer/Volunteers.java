package io.quanmin.volunteer;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.VolunteerRules;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Volunteers as other modules need them. */
public interface Volunteers {

    /**
     * Chooses whom to ask and remembers that they were asked: those who care for the place and the kind, asked longest ago first,
     * nobody more often in a day than the rule says. Joins the caller's transaction.
     */
    Flux<Id> call(Call call);

    /** Whether somebody enrolled, has passed the quiz and is not pausing. */
    Mono<Boolean> serving(Id person);

    /** Whether somebody who serves cares for a kind of problem. */
    Mono<Boolean> caresFor(Id person, String kind);

    /** Counts an answer on somebody's card; nothing for who has left. Joins the caller's transaction. */
    Mono<Void> answered(Id person);

    /**
     * Where and about what somebody is needed.
     *
     * @param area code of the smallest division the place lies in
     * @param point of the place, WGS-84; absent where only a community is known
     * @param kind code of a major class of problems
     * @param except who must not be asked
     */
    record Call(
            String area, @Nullable GeoPoint point, String kind, Set<Id> except, VolunteerRules.Asks rule, Instant at) {

        public Call {
            except = Set.copyOf(except);
        }
    }
}
