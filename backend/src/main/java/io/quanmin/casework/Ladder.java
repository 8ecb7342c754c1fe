package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.place.Division;
import io.quanmin.rulebook.ProblemType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The levels of the city a case may climb, community to city, and who answers for its type and place at each. */
record Ladder(Facts facts, ProblemType type) {

    private static final int CITY_DIGITS = 4;
    private static final List<Division.Level> UPWARD = Arrays.stream(Division.Level.values())
            .sorted(Comparator.reverseOrder())
            .toList();

    /**
     * A level at which somebody answers for the case.
     *
     * @param code of the unit the rulebook names
     * @param unit absent when there is none of that code any more
     */
    record Rung(Division.Level level, String code, @Nullable Unit unit) {}

    /** Of a case as it stands. */
    static Ladder of(Facts facts, Standing standing) {
        return new Ladder(facts, facts.rules().type(standing.type()).orElseThrow());
    }

    /** All levels somebody answers at, upward. */
    List<Rung> rungs() {
        return UPWARD.stream().flatMap(this::rung).toList();
    }

    private Stream<Rung> rung(Division.Level level) {
        return facts.rules().unit(type, facts.subject().origin().place().area(), level).stream()
                .map(code -> new Rung(level, code, facts.unit(code).orElse(null)));
    }

    /** Where a case of a difficulty begins: at the level of the rule, or the first above it that somebody answers at. */
    Optional<Rung> first(ProblemType.Difficulty difficulty) {
        return from(facts.rules().linkage().begins(type.code(), difficulty)).findFirst();
    }

    /** The unit that is named, else the one the rule begins with. */
    Optional<Unit> unit(@Nullable String code) {
        return code == null
                ? first(facts.subject().now().linkage().difficulty()).flatMap(rung -> Optional.ofNullable(rung.unit()))
                : facts.unit(code);
    }

    /** The next that is another's, above the level a case is at. */
    Optional<Rung> above(Linkage present) {
        return present.level() == null || present.level() == Division.Level.CITY
                ? Optional.empty()
                : from(UPWARD.get(UPWARD.indexOf(present.level()) + 1))
                        .filter(rung -> rung.unit() == null || !rung.unit().id().equals(present.unit()))
                        .findFirst();
    }

    private Stream<Rung> from(Division.Level level) {
        return rungs().stream().filter(rung -> rung.level().compareTo(level) <= 0);
    }

    /** At which level a unit works on the case: as the rulebook names it, else by how large an area it serves. */
    Division.Level levelOf(Unit unit) {
        return rungs().stream()
                .filter(rung -> rung.code().equals(unit.code()))
                .map(Rung::level)
                .findFirst()
                .orElseGet(() -> served(unit.area()));
    }

    private static Division.Level served(String area) {
        boolean city = area.length() <= CITY_DIGITS + 2 && (area.length() == CITY_DIGITS || area.endsWith("00"));
        return switch (area.length()) {
            case 12 -> Division.Level.COMMUNITY;
            case 9 -> Division.Level.STREET;
            default -> city ? Division.Level.CITY : Division.Level.DISTRICT;
        };
    }
}
