package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What identity itself keeps about a person. */
@Component
final class IdentityData implements PersonalData {

    private final PersonTable people;
    private final IdentityDataTable table;
    private final Clock clock;

    IdentityData(PersonTable people, IdentityDataTable table, Clock clock) {
        this.people = people;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "identity";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "identity.wechat_account",
                "identity.service_account",
                "identity.phone",
                "identity.session",
                "identity.consent",
                "identity.staff",
                "identity.service_ticket");
    }

    @Override
    public Mono<Object> export(Id person) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> erase(Id person) {
        return table.erase(person).then(people.erase(person, clock.instant())).then();
    }

    @Override
    public Mono<Void> merge(Id person, Id into) {
        return table.handOver(person, into).then(people.merge(person, into)).then();
    }
}
