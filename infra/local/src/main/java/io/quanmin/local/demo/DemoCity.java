package io.quanmin.local.demo;

import io.quanmin.identity.NewStaff;
import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.Rulebook;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fills an empty database with a fictional city: units, staff of each role, citizens, cases in all stages, articles. Cases
 * go the way real ones go, over HTTP, so that what is seen is what the service does. May be interrupted and begun again.
 */
@DemoPart
@Component
class DemoCity {

    static final String DISTRICT = "990102";

    private final StaffAdministration administration;
    private final DemoVisitors visitors;
    private final CitySettings city;
    private final Rulebook rulebook;
    private final Clock clock;
    private final int cases;

    DemoCity(
            StaffAdministration administration,
            DemoVisitors visitors,
            CitySettings city,
            Rulebook rulebook,
            Clock clock,
            @Value("${quanmin.demo.cases:60}") int cases) {
        this.administration = administration;
        this.visitors = visitors;
        this.city = city;
        this.rulebook = rulebook;
        this.clock = clock;
        this.cases = cases;
    }

    /** How many will be reported. */
    int cases() {
        return PlannedReport.first(cases).size();
    }

    /** Everything, in order. */
    Mono<Void> build() {
        return units().then(Mono.defer(this::people)).flatMap(this::life);
    }

    private Mono<Void> units() {
        return Flux.fromIterable(Persona.UNITS).concatMap(this::unit).then();
    }

    private Mono<Unit> unit(Persona.DemoUnit unit) {
        Unit.Kind kind = unit.partner() ? Unit.Kind.PARTNER : Unit.Kind.DEPARTMENT;
        return administration.addUnit(new NewUnit(unit.code(), unit.name(), unit.area(), unit.parent(), kind));
    }

    private Mono<Map<String, Visitor>> people() {
        return Flux.fromIterable(Persona.ALL)
                .concatMap(this::person)
                .collectMap(DemoVisitors.Arrived::persona, DemoVisitors.Arrived::visitor);
    }

    /** Logs in through WeChat, as everybody does; who serves is linked to their staff account and follows the service account. */
    private Mono<DemoVisitors.Arrived> person(Persona persona) {
        Mono<DemoVisitors.Arrived> arrived = visitors.arrive(persona);
        return persona.serves()
                ? arrived.flatMap(first -> serve(persona, first).then(visitors.arrive(persona)))
                : arrived;
    }

    private Mono<Id> serve(Persona persona, DemoVisitors.Arrived arrived) {
        String area = persona.rules() ? city.code().substring(0, 4) : DISTRICT;
        NewStaff staff = new NewStaff(
                String.valueOf(persona.login()),
                persona.name(),
                Persona.PASSWORD,
                Set.of(persona.role()),
                persona.unit(),
                area,
                persona.unit() != null);
        visitors.follow(persona);
        return administration.addStaff(staff).flatMap(added -> administration.link(added, arrived.person()));
    }

    private Mono<Void> life(Map<String, Visitor> everybody) {
        return new DemoCases(everybody, cases)
                .report()
                .then(Mono.defer(() -> new DemoArticles(everybody).publish()))
                .then(Mono.defer(() -> rulebook.inForce(clock.instant())))
                .flatMap(rules -> new DemoVolunteers(everybody, rules)
                        .enrol()
                        .then(Mono.defer(() -> new DemoGroup(everybody, rules.version()).meet())));
    }
}
