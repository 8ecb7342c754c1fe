package io.quanmin.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One approved version of everything the official side may change. Immutable.
 *
 * @param version from 1
 * @param groups the catalogue, in the order people see
 */
public record Rules(
        int version, Instant effectiveFrom, List<TypeGroup> groups, FlowTable flow, WorkingCalendar calendar) {

    /** A type of problem by its code; empty when there is none in this version. */
    public Optional<ProblemType> type(String code) {
        return groups.stream()
                .flatMap(group -> group.types().stream())
                .filter(type -> type.code().equals(code))
                .findFirst();
    }
}
