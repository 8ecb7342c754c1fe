package io.quanmin.casework;

import static io.quanmin.testing.Await.now;

import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Units of their own, whose histories are written down and counted. */
abstract class CountedUnits {

    static final Instant MARCH = Instant.parse("2026-02-28T16:00:00Z");
    static final Instant APRIL = Instant.parse("2026-03-31T16:00:00Z");
    static final Instant MAY = Instant.parse("2026-04-30T16:00:00Z");

    @Autowired
    StaffAdministration administration;

    @Autowired
    RatesTable table;

    @Autowired
    DatabaseClient database;

    Unit unit() {
        String code = "u-" + UUID.randomUUID().toString().substring(0, 8);
        return now(administration.addUnit(new NewUnit(code, code, Town.DISTRICT, null, Unit.Kind.DEPARTMENT)));
    }

    Rates march(Unit unit) {
        return of(unit, MARCH, APRIL);
    }

    Rates of(Unit unit, Instant from, Instant to) {
        return now(table.count(from, to, null)
                .filter(each -> unit.id().equals(each.unit()))
                .map(RatesTable.OfUnit::rates)
                .defaultIfEmpty(Rates.NONE)
                .next());
    }
}
