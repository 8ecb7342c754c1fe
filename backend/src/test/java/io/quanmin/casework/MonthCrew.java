package io.quanmin.casework;

import static io.quanmin.testing.Await.now;

import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works and lives in the simulated district. Officers are spread evenly over every unit there is. */
record MonthCrew(List<Actor> staff, List<Actor> citizens) {

    private static final String DISTRICT = "990102";
    private static final String CITY = "990100";

    static MonthCrew gather(
            StaffAdministration administration, List<Unit> known, Rules rules, int officers, int citizens) {
        List<Unit> units = new ArrayList<>(known);
        rules.types()
                .map(type -> type.unit())
                .distinct()
                .filter(code -> known.stream().noneMatch(unit -> unit.code().equals(code)))
                .forEach(code -> units.add(
                        now(administration.addUnit(new NewUnit(code, code, DISTRICT, null, Unit.Kind.DEPARTMENT)))));
        List<Actor> staff = new ArrayList<>();
        for (Role role : List.of(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.SUPERVISOR)) {
            int many = role == Role.REVIEWER || role == Role.VERIFIER ? Math.max(6, officers / 10) : 3;
            for (int i = 0; i < many; i++) {
                staff.add(somebody(DISTRICT, null, role));
            }
        }
        for (int i = 0; i < Math.max(officers, units.size() * 2); i++) {
            Id unit = units.get(i % units.size()).id();
            boolean leads = i / units.size() % 5 == 0;
            staff.add(leads ? somebody(CITY, unit, Role.LEADER, Role.OFFICER) : somebody(CITY, unit, Role.OFFICER));
        }
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < citizens; i++) {
            people.add(somebody(null, null, Role.CITIZEN));
        }
        return new MonthCrew(List.copyOf(staff), List.copyOf(people));
    }

    private static Actor somebody(@Nullable String area, @Nullable Id unit, Role... roles) {
        Id person = new Id(CITY, UUID.randomUUID());
        Id staff = area == null ? null : new Id(CITY, UUID.randomUUID());
        return new Actor(
                person, new Id(CITY, UUID.randomUUID()), Set.of(roles), staff, unit, area, "o" + person.value());
    }

    /** Those who might go on with a case, in any order: its reporter, who holds it, the units that have it, and all other staff. */
    List<Actor> around(Facts facts, Random random) {
        CaseFile file = facts.subject();
        List<Actor> around = new ArrayList<>();
        citizens.stream()
                .filter(citizen -> file.isOf(citizen.person())
                        || citizen.person().equals(file.now().linkage().holder()))
                .forEach(around::add);
        for (int i = 0; i < 3; i++) {
            around.add(citizens.get(random.nextInt(citizens.size())));
        }
        staff.stream()
                .filter(actor -> actor.unit() == null
                        || actor.unit().equals(file.now().unit())
                        || facts.task(actor.unit()).isPresent())
                .forEach(around::add);
        Collections.shuffle(around, random);
        return around;
    }
}
