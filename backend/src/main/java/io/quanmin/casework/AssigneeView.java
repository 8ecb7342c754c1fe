package io.quanmin.casework;

import io.quanmin.casework.AssignmentTable.Assignment;
import io.quanmin.identity.PersonName;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to a unit's task.
 *
 * @param mine whether that is the viewer
 * @param since when
 */
record AssigneeView(@Nullable Named unit, Id person, String name, boolean mine, Instant since) {

    /** Absent where there is nobody by that name any more. */
    static @Nullable AssigneeView of(
            Assignment assignment, Map<Id, PersonName> names, @Nullable Unit unit, @Nullable Actor viewer) {
        Id person = assignment.person();
        PersonName name = person == null ? null : names.get(person);
        return person == null || name == null
                ? null
                : new AssigneeView(
                        unit == null ? null : new Named(unit.code(), unit.name()),
                        person,
                        name.name(),
                        viewer != null && person.equals(viewer.person()),
                        assignment.at());
    }
}
