package io.quanmin.casework;

import static io.quanmin.testing.Await.now;

import io.quanmin.identity.NewStaff;
import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** Staff who are in the books, not only in a session, where it matters who else serves. */
final class Hired {

    private final Town town;
    private final StaffAdministration administration;
    private final DatabaseClient database;

    Hired(Town town, StaffAdministration administration, DatabaseClient database) {
        this.town = town;
        this.administration = administration;
        this.database = database;
    }

    /** A unit nobody serves in yet. */
    Unit unit() {
        String code = "u" + UUID.randomUUID().toString().substring(0, 12);
        return now(administration.addUnit(new NewUnit(code, "新设单位", Town.DISTRICT, null, Unit.Kind.DEPARTMENT)));
    }

    Town.Person officer(Unit unit) {
        return person(unit, Role.OFFICER);
    }

    /** Who serves in these roles; a citizen, too, where that is among them. */
    Town.Person person(@Nullable Unit unit, Role... roles) {
        String login = "h" + UUID.randomUUID().toString().substring(0, 12);
        Set<Role> held = new HashSet<>(List.of(roles));
        held.remove(Role.CITIZEN);
        Id staff = now(administration.addStaff(
                new NewStaff(login, "在编", null, held, unit == null ? null : unit.code(), Town.DISTRICT, true)));
        Id person = now(database.sql("select person from identity.staff where id = :id")
                .bind("id", staff.value())
                .map(row -> new Id(staff.district(), Objects.requireNonNull(row.get("person", UUID.class))))
                .one());
        Id serves = unit == null ? null : unit.id();
        return town.come(
                new Actor(person, Town.anId(), Set.of(roles), staff, serves, Town.DISTRICT, "o" + Town.anId()));
    }
}
