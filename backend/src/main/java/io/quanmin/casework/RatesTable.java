package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Counts for the rates of units, out of the history of cases. */
@Component
class RatesTable {

    /**
     * A unit answers a task by signing for it or by returning it. Of a deadline that was extended the last one counts, and a
     * deadline that ended on the shelf does not.
     */
    private static final String COUNT = """
            with step as not materialized (
                select step.* from casework.step step
                where :area::text is null or exists (
                    select from casework.case_file file
                    where file.district = step.district and file.id = step.case_id and starts_with(file.area, :area))),
            counted as (
                select task.unit,
                       count(*) as received, count(*) filter (where answer.at <= coalesce(task.due_at, 'infinity')) as answered,
                       0 as due, 0 as closed, 0 as on_time, 0 as asked, 0 as solved, 0 as rated, 0 as satisfied,
                       0 as ended, 0 as reopened
                from step task
                left join lateral (
                    select later.at from casework.step later
                    where later.district = task.district and later.case_id = task.case_id and later.version > task.version
                      and later.by_unit = task.unit and later.name in ('sign', 'return')
                    order by later.version limit 1) answer on true
                where task.name in ('dispatch', 'rise') and task.at >= :from and task.at < :to and task.unit is not null
                group by task.unit
                union all
                select task.unit, 0, 0,
                       count(*), count(closing.at), count(*) filter (where closing.finished <= task.due_at), 0, 0, 0, 0, 0, 0
                from step task
                left join lateral (
                    select pass.at,
                           (select max(finish.at) from casework.step finish
                            where finish.district = pass.district and finish.case_id = pass.case_id
                              and finish.version < pass.version and finish.name = 'finish') as finished
                    from casework.step pass
                    where pass.district = task.district and pass.case_id = task.case_id and pass.version > task.version
                      and pass.name = 'pass' and pass.unit = task.unit
                    order by pass.version limit 1) closing on true
                where task.to_stage = 'handling' and task.due_at >= :from and task.due_at < :to and task.unit is not null
                  and not exists (
                      select from casework.step later
                      where later.district = task.district and later.case_id = task.case_id and later.version > task.version
                        and ((later.to_stage = 'handling' and later.unit = task.unit)
                             or (later.from_stage = 'handling' and later.by_unit = task.unit and later.name = 'return')
                             or (later.from_stage = 'handling' and later.name = 'shelve')))
                group by task.unit
                union all
                select last.unit, 0, 0, 0, 0, 0,
                       count(*), count(*) filter (where file.solved),
                       count(*), count(*) filter (where file.stars >= :satisfiedFrom), 0, 0
                from step last
                join casework.case_file file on file.district = last.district and file.id = last.case_id
                where last.name = 'rate' and last.at >= :from and last.at < :to and file.stars is not null
                group by last.unit
                union all
                select ending.unit, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                       count(*) filter (where ending.name in ('pass', 'approve')),
                       count(*) filter (where ending.name = 'reopen')
                from step ending
                where ending.name in ('pass', 'approve', 'reopen') and ending.at >= :from and ending.at < :to
                group by ending.unit)
            select unit,
                   sum(received)::bigint as received, sum(answered)::bigint as answered, sum(due)::bigint as due,
                   sum(closed)::bigint as closed, sum(on_time)::bigint as on_time, sum(asked)::bigint as asked,
                   sum(solved)::bigint as solved, sum(rated)::bigint as rated, sum(satisfied)::bigint as satisfied,
                   sum(ended)::bigint as ended, sum(reopened)::bigint as reopened
            from counted
            group by unit
            order by unit nulls last
            limit :most
            """;

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    RatesTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts by unit, for a period whose end is not part of it.
     *
     * @param area what the codes of the cases' areas begin with; absent for the whole city
     * @param satisfiedFrom stars from which on a citizen counts as satisfied
     */
    Flux<OfUnit> count(Instant from, Instant to, @Nullable String area, int satisfiedFrom) {
        return database.sql(COUNT)
                .bind("from", from)
                .bind("to", to)
                .bind("area", maybe(area, String.class))
                .bind("satisfiedFrom", satisfiedFrom)
                .bind("most", MOST)
                .map(row -> new OfUnit(Columns.id(row, "unit"), rates(row)))
                .all();
    }

    private static Rates rates(Readable row) {
        return new Rates(
                number(row, "received"),
                number(row, "answered"),
                number(row, "due"),
                number(row, "closed"),
                number(row, "on_time"),
                number(row, "asked"),
                number(row, "solved"),
                number(row, "rated"),
                number(row, "satisfied"),
                number(row, "ended"),
                number(row, "reopened"));
    }

    private static long number(Readable row, String column) {
        return get(row, column, Long.class);
    }

    /** @param unit absent for what citizens did themselves */
    record OfUnit(@Nullable Id unit, Rates rates) {}
}
