package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType.Difficulty;
import io.quanmin.rulebook.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People, units and a case that tests of rules are about; ids by number, so that failures can be read. */
final class Cast {

    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    static final Rules RULES = Books.present();
    static final String COMMUNITY = "990102001001";

    static final Unit SANITATION = unit(1, "sanitation", "环卫中心");
    static final Unit WORKS = unit(2, "municipal-works", "市政养护中心");
    static final Unit EMERGENCY = unit(3, "emergency", "应急指挥中心");
    static final Unit COMMUNITY_OFFICE = unit(4, "yumatou-community", "渔码头社区居委会", COMMUNITY);
    static final Unit STREET_OFFICE = unit(5, "linxi-street", "临溪街道办事处", "990102001");
    static final Unit CITY_OFFICE = unit(6, "city-command", "城市运行中心", "990100");
    static final Unit URBAN = unit(7, "urban-management", "城市管理局");
    static final List<Unit> UNITS =
            List.of(SANITATION, WORKS, EMERGENCY, COMMUNITY_OFFICE, STREET_OFFICE, CITY_OFFICE, URBAN);

    static final Actor REPORTER = actor(10, null, null, Role.CITIZEN);
    static final Actor NEIGHBOUR = actor(11, null, null, Role.CITIZEN);
    static final Actor REVIEWER = actor(20, null, "990102", Role.REVIEWER);
    static final Actor OTHER_REVIEWER = actor(21, null, "990102", Role.REVIEWER);
    static final Actor VERIFIER = actor(30, null, "990102001", Role.VERIFIER);
    static final Actor DISPATCHER = actor(40, null, "990102", Role.DISPATCHER);
    static final Actor OFFICER = actor(50, SANITATION.id(), "990102", Role.OFFICER);
    static final Actor SECOND_OFFICER = actor(53, SANITATION.id(), "990102", Role.OFFICER);
    static final Actor OTHER_VERIFIER = actor(31, null, "990102001", Role.VERIFIER);
    static final Actor OTHER_OFFICER = actor(51, WORKS.id(), "990102", Role.OFFICER);
    static final Actor RESCUER = actor(52, EMERGENCY.id(), "990100", Role.OFFICER);

    static final Actor COMMUNITY_OFFICER = actor(53, COMMUNITY_OFFICE.id(), COMMUNITY, Role.OFFICER);
    static final Actor STREET_OFFICER = actor(54, STREET_OFFICE.id(), "990102001", Role.OFFICER);
    static final Actor CITY_OFFICER = actor(55, CITY_OFFICE.id(), "990100", Role.OFFICER);
    static final Actor URBAN_OFFICER = actor(56, URBAN.id(), "990102", Role.OFFICER);
    static final Actor SUPERVISOR = actor(60, null, "990102", Role.SUPERVISOR);

    /** Of somebody who has brought many, with photos taken here and now. */
    static final Result GOOD_RESULT = new Result(
            List.of(
                    new Result.Shot(id(2), false, null, Instant.MAX, 5.0, null),
                    new Result.Shot(id(3), true, null, Instant.MAX, 5.0, null)),
            null,
            true,
            false,
            100);

    private Cast() {}

    static Id id(int number) {
        return new Id("990100", new UUID(0, number));
    }

    static Actor actor(int number, @Nullable Id unit, @Nullable String area, Role... roles) {
        Id staff = area == null ? null : id(1_000 + number);
        return new Actor(id(number), id(2_000 + number), Set.of(roles), staff, unit, area, null);
    }

    private static Unit unit(int number, String code, String name) {
        return unit(number, code, name, "990102");
    }

    private static Unit unit(int number, String code, String name, String area) {
        return new Unit(id(100 + number), code, name, area, null, Unit.Kind.DEPARTMENT);
    }

    /** A case of garbage, just reported. */
    static CaseFile fresh() {
        return fresh("exposed-garbage");
    }

    static CaseFile fresh(String type) {
        GeoPoint point = new GeoPoint(120.13, 30.27, Datum.WGS84);
        CasePlace place = new CasePlace(COMMUNITY, "青石区 · 桂花社区", false, "桂花路 1 号", point, point, 15.0);
        boolean dangerous = RULES.type(type).orElseThrow().dangerous();
        Standing now = new Standing(
                1,
                "in-review",
                new Standing.Matter(type, dangerous, "垃圾满溢", Screening.PASSED),
                new Standing.Times(MONDAY, null),
                Linkage.of(RULES.type(type).orElseThrow().difficulty(), LinkageMode.LEVELS),
                Standing.Outcome.NONE);
        return new CaseFile(
                new Id("990102", new UUID(1, 1)),
                "990102-20261123-0001",
                new Origin(2, false, false, place, REPORTER.person(), MONDAY, new Publicly("垃圾满溢", "桂花路 1 号", false)),
                now);
    }

    /** A case its reporter has solved already. */
    static CaseFile solvedOnReport() {
        CaseFile fresh = fresh();
        Linkage held = fresh.now().linkage().heldBy(REPORTER.person());
        Standing now = fresh.now().at("reported-solved", MONDAY).with(held);
        return fresh.with(now);
    }

    /** A case at a stage, with a unit where one is at work. */
    static CaseFile at(String stage) {
        CaseFile fresh = fresh();
        boolean withUnit = Set.of("dispatched", "handling", "in-inspection").contains(stage);
        Standing now = fresh.now().at(stage, null).with(withUnit ? SANITATION.id() : null);
        return fresh.with(now);
    }

    static Facts facts(CaseFile subject, TakenStep... history) {
        return new Facts(subject, List.of(history), RULES, UNITS, null);
    }

    static TakenStep step(String name, String from, String to, Actor by) {
        return new TakenStep(
                1,
                name,
                from,
                to,
                MONDAY,
                by.person(),
                "REVIEWER",
                null,
                null,
                null,
                "exposed-garbage",
                Linkage.of(Difficulty.SIMPLE, LinkageMode.LEVELS),
                null,
                null);
    }
}
