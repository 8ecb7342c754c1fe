package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.Outbox;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one person of two accounts: every module hands over what it keeps. */
@Component
final class MergingPeople {

    private final ObjectProvider<PersonalData> keepers;
    private final Outbox outbox;

    /** The modules are asked for late: some of them need identity themselves. */
    MergingPeople(ObjectProvider<PersonalData> keepers, Outbox outbox) {
        this.keepers = keepers;
        this.outbox = outbox;
    }

    /**
     * Joins the caller's transaction. Cached sessions are refreshed by {@link OnMerged}.
     *
     * @return {@code into}
     */
    Mono<Id> merge(Id person, Id into) {
        List<PersonalData> all = keepers.orderedStream().toList();
        return Flux.fromIterable(all)
                .concatMap(keeper -> keeper.merge(person, into))
                .then(outbox.add(into, new PersonEvent.Merged(person, into)))
                .thenReturn(into);
    }
}
