package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a queue that is one person's.
 *
 * @param stages any of these; absent for all open ones
 * @param dangerous whether only dangerous cases
 * @param further what else is true of them
 * @param area what codes of divisions begin with; absent for all
 * @param unit whose tasks; absent for any
 * @param person whose own reports are left out, also those merged into another
 * @param not steps: cases of which the person took one are left out
 * @param source among which cases
 * @param types only of these types of problem; absent for all
 * @param hands who else of the unit could do again what the person did before: where there is one, it is left out; absent where that
 *     does not matter
 * @param task in which state the unit's own task is where it was called with others; absent where that does not matter
 */
record Slice(
        @Nullable Set<String> stages,
        boolean dangerous,
        DeskFilter further,
        @Nullable String area,
        @Nullable Id unit,
        Id person,
        Set<String> not,
        Source source,
        @Nullable Set<String> types,
        @Nullable Set<Id> hands,
        ChildTask.@Nullable State task) {

    Slice(
            @Nullable Set<String> stages,
            boolean dangerous,
            DeskFilter further,
            @Nullable String area,
            @Nullable Id unit,
            Id person,
            Set<String> not) {
        this(stages, dangerous, further, area, unit, person, not, Source.OPEN, null, null, null);
    }

    /** Cases of another source. */
    Slice of(Source other) {
        return new Slice(stages, dangerous, further, area, unit, person, not, other, types, hands, task);
    }

    /** Only some types, and nothing at all where there are none. */
    Slice only(Set<String> some) {
        return new Slice(stages, dangerous, further, area, unit, person, not, source, some, hands, task);
    }

    /** With those the unit was called to with others, its own task being in a state. */
    Slice with(ChildTask.State own) {
        return new Slice(stages, dangerous, further, area, unit, person, not, source, types, hands, own);
    }

    /** Without what others of the unit are to do again. */
    Slice without(Set<Id> others) {
        return new Slice(stages, dangerous, further, area, unit, person, not, source, types, others, task);
    }

    /** Of these only what a filter lets through as well. */
    Slice and(DeskFilter filter) {
        return new Slice(stages, dangerous, filter.and(further), area, unit, person, not, source, types, hands, task);
    }

    /** Among which cases a queue is. */
    enum Source {
        /** About which something is still to be done. */
        OPEN("open"),
        /** Whose handler has asked for more time and has no answer yet. */
        EXTENSION("""
                open and (
                    select asked.name from casework.step asked
                    where asked.district = file.district and asked.case_id = file.id
                    and (asked.name in ('ask-extension', 'grant-extension', 'decline-extension', 'rise')
                        or asked.from_stage <> asked.to_stage)
                    order by asked.version desc limit 1) = 'ask-extension'
                """),
        /** Drawn to be inspected again. */
        REINSPECTION("""
                not open and exists (
                    select from casework.closing
                    where closing.district = file.district and closing.case_id = file.id
                    and closing.reinspection = 'DRAWN' and not closing.again)
                """),
        /** Whose reporter is to be called back. */
        CALLBACK("""
                not open and exists (
                    select from casework.closing
                    where closing.district = file.district and closing.case_id = file.id
                    and closing.callback = 'DRAWN' and not closing.again)
                """);

        private final String condition;

        Source(String condition) {
            this.condition = condition;
        }

        /** What is true of a {@code casework.case_file file}. */
        String condition() {
            return condition;
        }
    }
}
