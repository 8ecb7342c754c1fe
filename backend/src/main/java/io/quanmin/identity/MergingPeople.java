package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one person of two accounts: every module hands over what it keeps. */
@Component
final class MergingPeople {

    private final ObjectProvider<PersonalData> keepers;

    /** The modules are asked for late: some of them need identity themselves. */
    MergingPeople(ObjectProvider<PersonalData> keepers) {
        this.keepers = keepers;
    }

    /**
     * Joins the caller's transaction; the caller refreshes the sessions of {@code into} after it.
     *
     * @return {@code into}
     */
    Mono<Id> merge(Id person, Id into) {
        List<PersonalData> all = keepers.orderedStream().toList();
        return Flux.fromIterable(all)
                .concatMap(keeper -> keeper.merge(person, into))
                .then(Mono.just(into));
    }
}
