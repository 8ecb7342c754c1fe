package io.quanmin.identity;

import io.quanmin.identity.StaffChangeTable.Kept;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.quanmin.kernel.Role;
import io.quanmin.trail.Trace;
import io.quanmin.trail.Trail;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What administrators change about staff, each change with a line in the record. Who adds people grants no roles, and who grants
 * roles adds nobody: the two halves need two persons.
 */
@Component
final class AdministeringStaff {

    private final StaffAdministration administration;
    private final StaffTable staff;
    private final StaffChangeTable table;
    private final BindCodeTable codes;
    private final KnownPeople people;
    private final DeskAttemptTable attempts;
    private final EndingSessions sessions;
    private final Trail trail;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Clock clock;

    AdministeringStaff(
            StaffAdministration administration,
            StaffTable staff,
            StaffChangeTable table,
            BindCodeTable codes,
            KnownPeople people,
            DeskAttemptTable attempts,
            EndingSessions sessions,
            Trail trail,
            TransactionalOperator transaction,
            CitySettings city,
            Clock clock) {
        this.administration = administration;
        this.staff = staff;
        this.table = table;
        this.codes = codes;
        this.people = people;
        this.attempts = attempts;
        this.sessions = sessions;
        this.trail = trail;
        this.transaction = transaction;
        this.city = city;
        this.clock = clock;
    }

    /** Adds somebody without a role; fails with {@code InvalidFields} when the login is taken. */
    Mono<Id> add(Actor actor, NewStaff values) {
        return staff.byLogin(city.code(), values.login().toLowerCase(Locale.ROOT))
                .flatMap(taken -> Mono.<Id>error(new InvalidFields("login", "taken", "这个登录名已有人使用")))
                .switchIfEmpty(Mono.defer(() -> administration.addStaff(values)))
                .flatMap(added -> table.lock(added)
                        .flatMap(kept -> write(actor, "staff.added", added, kept, null, kept.words()))
                        .thenReturn(added))
                .as(transaction::transactional);
    }

    /** Changes name, unit, area and duty. */
    Mono<Void> change(Actor actor, Id id, NewStaff values) {
        return unit(values.unit())
                .flatMap(unit -> kept(id).flatMap(before -> table.change(
                                id, values, unit.map(Unit::id).orElse(null))
                        .then(Mono.defer(() -> table.lock(id)))
                        .flatMap(after -> write(actor, "staff.changed", id, before, before.words(), after.words()))
                        .thenReturn(before)))
                .as(transaction::transactional)
                .flatMap(before -> sessions.refresh(before.person()));
    }

    private Mono<Optional<Unit>> unit(@Nullable String code) {
        return code == null
                ? Mono.just(Optional.empty())
                : people.unit(code)
                        .filter(Optional::isPresent)
                        .transform(Reactive.orFail(() -> new InvalidFields("unit", "unknown", "没有这个单位")));
    }

    /** Grants exactly these roles; with an administration, a code given before ends. Fails with {@link OwnAccount}, or {@code InvalidFields} for two administrations. */
    Mono<Void> grant(Actor actor, Id id, Set<Role> roles) {
        if (!Administration.fit(roles)) {
            return Mono.error(new InvalidFields("roles", "apart", "系统、安全、审计三类管理员不能由同一人担任"));
        }
        return kept(id).flatMap(before -> others(actor, before))
                .flatMap(before -> table.takeRoles(id)
                        .then(Mono.defer(() -> staff.give(id, roles)))
                        .then(Mono.defer(() -> Administration.any(roles) ? codes.forget(id) : Mono.empty()))
                        .then(Mono.defer(
                                () -> write(actor, "staff.roles", id, before, before.roleWords(), Kept.words(roles))))
                        .thenReturn(before))
                .as(transaction::transactional)
                .flatMap(before -> sessions.refresh(before.person()));
    }

    /** Ends a service; fails with {@link OwnAccount} for one's own. */
    Mono<Void> end(Actor actor, Id id) {
        return kept(id).flatMap(before -> others(actor, before))
                .flatMap(before -> write(actor, "staff.ended", id, before, before.words(), null))
                .as(transaction::transactional)
                .then(Mono.defer(() -> administration.end(id)));
    }

    /**
     * A code to link a WeChat account by. Whoever has the code can have the account, so one for an account that holds another
     * administration is given to nobody but who holds it; fails with {@link OtherAdministration}.
     */
    Mono<BindCode> bindCode(Actor actor, Id id) {
        return kept(id).flatMap(before -> codeFor(actor, before))
                .flatMap(before -> administration
                        .bindCode(id)
                        .flatMap(code -> write(actor, "staff.bind-code", id, before, null, null)
                                .thenReturn(code)))
                .as(transaction::transactional);
    }

    private static Mono<Kept> codeFor(Actor actor, Kept kept) {
        boolean fit = kept.person().equals(actor.person()) || Administration.mayHave(actor.roles(), kept.roles());
        return fit ? Mono.just(kept) : Mono.error(new OtherAdministration());
    }

    /** Ends every session of somebody at once. */
    Mono<Void> endSessions(Actor actor, Id id) {
        return kept(id).flatMap(before -> write(actor, "staff.sessions-ended", id, before, null, null)
                        .then(Mono.defer(() -> sessions.write(before.person()))))
                .as(transaction::transactional)
                .flatMap(sessions::tell);
    }

    /** Lets somebody try again at the desk who was locked out. */
    Mono<Void> unlock(Actor actor, Id id) {
        return kept(id).flatMap(before -> attempts.forget(
                                new DeskAttemptTable.Attempt(city.code(), before.login(), clock.instant()))
                        .then(Mono.defer(() -> write(actor, "staff.unlocked", id, before, null, null))))
                .as(transaction::transactional);
    }

    /** Adds a unit, or brings the one with its code up to date. */
    Mono<Unit> unit(Actor actor, NewUnit unit) {
        return people.unit(unit.code())
                .flatMap(before -> administration
                        .addUnit(unit)
                        .flatMap(after -> who(actor)
                                .flatMap(name -> trail.record(new Trace(
                                        whose(actor),
                                        name,
                                        before.isPresent() ? "unit.changed" : "unit.added",
                                        unit.code(),
                                        unit.name(),
                                        before.map(AdministeringStaff::words).orElse(null),
                                        words(after))))
                                .thenReturn(after)))
                .as(transaction::transactional);
    }

    private static String words(Unit unit) {
        return "%s，辖区 %s，%s".formatted(unit.name(), unit.area(), unit.kind());
    }

    private Mono<Kept> kept(Id id) {
        return table.lock(id).transform(Reactive.orFail(NoSuchThing::new));
    }

    private static Mono<Kept> others(Actor actor, Kept kept) {
        return kept.person().equals(actor.person()) ? Mono.error(new OwnAccount()) : Mono.just(kept);
    }

    private Mono<Void> write(
            Actor actor, String what, Id id, Kept subject, @Nullable String before, @Nullable String after) {
        return who(actor)
                .flatMap(name -> trail.record(
                        new Trace(whose(actor), name, what, id.toString(), subject.name(), before, after)));
    }

    private Mono<String> who(Actor actor) {
        return actor.staff() == null ? Mono.just("") : table.name(actor.staff()).defaultIfEmpty("");
    }

    private static String whose(Actor actor) {
        return actor.staff() == null ? "" : actor.staff().toString();
    }
}
