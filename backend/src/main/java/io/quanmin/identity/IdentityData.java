package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What identity itself keeps about a person. Last to erase: others find by it what they keep under a WeChat account. */
@Component
final class IdentityData implements PersonalData {

    private final PersonTable people;
    private final IdentityDataTable table;
    private final IdentityExportTable exports;
    private final PhoneCipher phones;
    private final Clock clock;

    IdentityData(
            PersonTable people, IdentityDataTable table, IdentityExportTable exports, PhoneCipher phones, Clock clock) {
        this.people = people;
        this.table = table;
        this.exports = exports;
        this.phones = phones;
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
                "identity.caller",
                "identity.spoken_consent",
                "identity.session",
                "identity.consent",
                "identity.staff",
                "identity.absence",
                "identity.phone_access",
                "identity.service_ticket");
    }

    @Override
    public Mono<Object> export(Id person) {
        return exports.root(person).flatMap(root -> export(person, root)).cast(Object.class);
    }

    private Mono<IdentityExport> export(Id person, IdentityExportTable.Root root) {
        Mono<Optional<IdentityExport.StaffRecord>> staff =
                exports.staff(person).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(
                        exports.accounts(person).collectList(),
                        exports.consents(person).collectList(),
                        exports.spoken(person).collectList(),
                        exports.sessions(person).collectList(),
                        staff)
                .map(found -> new IdentityExport(
                        root.name(),
                        root.createdAt(),
                        root.phone() == null ? null : phones.open(root.phone()),
                        found.getT1(),
                        found.getT2(),
                        found.getT3(),
                        found.getT4(),
                        found.getT5().orElse(null)));
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
