package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.quanmin.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Sets up units and staff. */
@Component
final class SettingUpStaff implements StaffAdministration {

    private final UnitTable units;
    private final StaffTable staff;
    private final PersonTable people;
    private final BindCodeTable codes;
    private final LinkingStaff linking;
    private final EndingService ending;
    private final Passwords passwords;
    private final Tokens tokens;
    private final DeskSettings settings;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    private final KnownPeople known;

    SettingUpStaff(
            UnitTable units,
            StaffTable staff,
            PersonTable people,
            BindCodeTable codes,
            LinkingStaff linking,
            EndingService ending,
            Passwords passwords,
            Tokens tokens,
            DeskSettings settings,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock,
            KnownPeople known) {
        this.known = known;
        this.units = units;
        this.staff = staff;
        this.people = people;
        this.codes = codes;
        this.linking = linking;
        this.ending = ending;
        this.passwords = passwords;
        this.tokens = tokens;
        this.settings = settings;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Unit> addUnit(NewUnit unit) {
        return units.put(ids.next(city.code()), unit)
                .transform(Reactive.orFail(SettingUpStaff::unknownParent))
                .doOnNext(added -> known.forgetUnits());
    }

    @Override
    public Mono<Id> addStaff(NewStaff values) {
        return staff.byLogin(city.code(), login(values)).switchIfEmpty(Mono.defer(() -> checked(values)));
    }

    @Override
    public Mono<Id> link(Id who, Id person) {
        return linking.link(who, person).thenReturn(person);
    }

    @Override
    public Mono<Void> end(Id who) {
        return ending.end(who);
    }

    @Override
    public Mono<BindCode> bindCode(Id who) {
        Instant now = clock.instant();
        BindCode code = new BindCode(tokens.nextTyped(), now.plus(settings.bindCode()));
        return codes.replace(who, Tokens.hash(code.bindCode()), now, code.expiresAt())
                .transform(Reactive.exactlyOne(NoSuchThing::new))
                .thenReturn(code);
    }

    private Mono<Id> checked(NewStaff values) {
        if (!Administration.fit(values.roles())) {
            return Mono.error(new InvalidFields("roles", "apart", "系统、安全、审计三类管理员不能由同一人担任"));
        }
        Optional<String> broken =
                values.password() == null ? Optional.empty() : PasswordRules.broken(values.password(), values.login());
        return broken.isPresent()
                ? Mono.error(new InvalidFields("password", broken.get(), PasswordRules.WORDS))
                : unit(values).flatMap(unit -> hashed(values, unit));
    }

    private Mono<Optional<Unit>> unit(NewStaff values) {
        if (values.unit() == null) {
            return Mono.just(Optional.empty());
        }
        return units.all(city.code())
                .filter(unit -> unit.code().equals(values.unit()))
                .next()
                .transform(Reactive.orFail(SettingUpStaff::unknownUnit))
                .map(Optional::of);
    }

    private Mono<Id> hashed(NewStaff values, Optional<Unit> unit) {
        Mono<Optional<String>> hash = values.password() == null
                ? Mono.just(Optional.empty())
                : passwords.hash(values.password()).map(Optional::of);
        return hash.flatMap(known -> written(values, unit, known).as(transaction::transactional));
    }

    /** The person first, in a row of its own; where the login was taken meanwhile, whoever took it answers. */
    private Mono<Id> written(NewStaff values, Optional<Unit> unit, Optional<String> hash) {
        Id who = ids.next(city.code());
        Id person = ids.next(city.code());
        NewStaff normal = normal(values);
        return staff.add(
                        who,
                        person,
                        normal,
                        hash.orElse(null),
                        unit.map(Unit::id).orElse(null),
                        clock.instant())
                .flatMap(rows -> rows == 1
                        ? people.add(person, clock.instant())
                                .then(staff.give(who, normal.roles()))
                                .thenReturn(who)
                        : staff.byLogin(city.code(), normal.login()));
    }

    private static NewStaff normal(NewStaff values) {
        return new NewStaff(
                login(values),
                values.name(),
                null,
                values.roles().stream()
                        .filter(role -> role != Role.CITIZEN)
                        .collect(java.util.stream.Collectors.toSet()),
                values.unit(),
                values.area(),
                values.onDuty());
    }

    private static String login(NewStaff values) {
        return values.login().toLowerCase(Locale.ROOT);
    }

    private static InvalidFields unknownParent() {
        return new InvalidFields("parent", "unknown", "没有这个上级单位");
    }

    private static InvalidFields unknownUnit() {
        return new InvalidFields("unit", "unknown", "没有这个单位");
    }
}
