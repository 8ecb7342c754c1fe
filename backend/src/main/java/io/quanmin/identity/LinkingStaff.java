package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Makes the person of a WeChat account the person of a staff member. */
@Component
final class LinkingStaff {

    private final StaffTable staff;
    private final BindCodeTable codes;
    private final MergingPeople merging;
    private final EndingSessions sessions;
    private final RateLimits limits;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Clock clock;

    LinkingStaff(
            StaffTable staff,
            BindCodeTable codes,
            MergingPeople merging,
            EndingSessions sessions,
            RateLimits limits,
            TransactionalOperator transaction,
            CitySettings city,
            Clock clock) {
        this.staff = staff;
        this.codes = codes;
        this.merging = merging;
        this.sessions = sessions;
        this.limits = limits;
        this.transaction = transaction;
        this.city = city;
        this.clock = clock;
    }

    /** By a bind code that the person typed. Fails with {@link BindCodeRefused}; then the code stays unused. */
    Mono<Void> linkByCode(Id person, String code) {
        byte[] hash = Tokens.hash(code.replaceAll("[ -]", "").toUpperCase(Locale.ROOT));
        return limits.take(RateLimits.Kind.BIND, person.toString())
                .then(Mono.defer(() -> codes.use(city.code(), hash, clock.instant())))
                .transform(Reactive.orFail(BindCodeRefused::new))
                .flatMap(found -> linked(found, person))
                .as(transaction::transactional)
                .flatMap(sessions::tell)
                .then(Mono.defer(() -> sessions.refresh(person)));
    }

    /** By an administrator or an import. Again is the same. */
    Mono<Void> link(Id who, Id person) {
        return linked(who, person)
                .as(transaction::transactional)
                .flatMap(sessions::tell)
                .then(Mono.defer(() -> sessions.refresh(person)));
    }

    private Mono<List<EndedSession>> linked(Id who, Id person) {
        return staff.lock(who)
                .transform(Reactive.orFail(NoSuchThing::new))
                .filter(now -> !now.person().equals(person))
                .flatMap(now -> free(person).then(Mono.defer(() -> move(who, now, person))))
                .defaultIfEmpty(List.of());
    }

    private Mono<Void> free(Id person) {
        return staff.serves(person).flatMap(serves -> serves ? Mono.error(new BindCodeRefused()) : Mono.empty());
    }

    /**
     * A staff member's own person, made when they were set up, is merged into the one from WeChat. One that came from another
     * WeChat account before stays the citizen it is, and is logged out everywhere.
     */
    private Mono<List<EndedSession>> move(Id who, StaffTable.Linking now, Id person) {
        Mono<List<EndedSession>> parted = now.linked()
                ? sessions.write(now.person())
                : merging.merge(now.person(), person).thenReturn(List.of());
        return parted.flatMap(
                ended -> staff.linked(who, person, clock.instant()).thenReturn(ended));
    }
}
