package io.quanmin.casework;

/** How the rates of units are counted, in SQL: one part for each definition. */
final class RatesQuery {

    /** The history of the cases that are asked about. */
    private static final String OF_AREA = """
            with step as not materialized (
                select step.* from casework.step step
                where :area::text is null or exists (
                    select from casework.case_file file
                    where file.district = step.district and file.id = step.case_id and starts_with(file.area, :area))),
            """;

    /**
     * A unit answers a task by signing for it or by returning it; where many are called, also by reporting. Who was let go before
     * they answered was not asked.
     */
    private static final String RECEIVED = """
            received as (
                select task.unit, 'received' as what, count(*) as many,
                       count(*) filter (where answer.at <= coalesce(task.due_at, 'infinity')) as well
                from step task
                left join lateral (
                    select later.at from casework.step later
                    where later.district = task.district and later.case_id = task.case_id and later.version > task.version
                      and later.by_unit = task.unit and later.name in ('sign', 'return')
                    order by later.version limit 1) answer on true
                where task.name in ('dispatch', 'rise') and task.at >= :from and task.at < :to and task.unit is not null
                group by task.unit
                union all
                select task.unit, 'received', count(*),
                       count(*) filter (where task.signed_at <= task.due_at
                           or (task.state in ('REPORTED', 'RETURNED') and task.done_at <= task.due_at))
                from casework.child_task task
                where task.called_at >= :from and task.called_at < :to
                  and task.signed_at is distinct from task.called_at
                  and (task.state <> 'RELEASED' or task.signed_at is not null or task.done_at > task.due_at)
                  and exists (select from step where step.district = task.district and step.case_id = task.case_id)
                group by task.unit),
            """;

    /**
     * A task lasts from when it came to the unit until it leaves it, or is closed; a refused result is not its end. By when it is due
     * is said last before its first result: an extension moves it, a second try does not, and who never signs is bound by when they
     * should have.
     */
    private static final String TASK = """
            task as (
                select start.unit, brought.due_at, ending.name = 'pass' as closed, finish.at as finished, ending.at as ended
                from (
                    select distinct bound.district, bound.case_id from step bound
                    where bound.to_stage in ('dispatched', 'handling') and bound.due_at >= :from and bound.due_at < :to) file
                join step start on start.district = file.district and start.case_id = file.case_id
                    and start.name in ('dispatch', 'rise', 'resume') and start.unit is not null
                left join lateral (
                    select later.version, later.name, later.at from casework.step later
                    where later.district = start.district and later.case_id = start.case_id and later.version > start.version
                      and (later.name = 'rise' or later.to_stage not in ('dispatched', 'handling', 'in-inspection'))
                    order by later.version limit 1) ending on true
                left join lateral (
                    select min(finish.version) as first, max(finish.at) as at from casework.step finish
                    where finish.district = start.district and finish.case_id = start.case_id and finish.name = 'finish'
                      and finish.version > start.version and finish.version < coalesce(ending.version, :endless)) finish on true
                join lateral (
                    select bound.due_at from casework.step bound
                    where bound.district = start.district and bound.case_id = start.case_id
                      and bound.version >= start.version
                      and bound.version < coalesce(finish.first, ending.version, :endless)
                    order by bound.version desc limit 1) brought on true
                union all
                select called.unit, called.due_at, called.state = 'REPORTED' and ending.name = 'pass',
                       case when called.part = 'LEAD' then coalesce(finish.at, called.done_at) else called.done_at end,
                       case when called.state = 'REPORTED' then ending.at else called.done_at end
                from casework.child_task called
                left join lateral (
                    select later.version, later.name, later.at from casework.step later
                    where later.district = called.district and later.case_id = called.case_id and later.version > called.version
                      and later.to_stage not in ('dispatched', 'handling', 'in-inspection', 'whistled')
                    order by later.version limit 1) ending on true
                left join lateral (
                    select max(finish.at) as at from casework.step finish
                    where finish.district = called.district and finish.case_id = called.case_id and finish.name = 'finish'
                      and finish.version > called.version and finish.version < coalesce(ending.version, :endless)) finish on true
                where called.due_at >= :from and called.due_at < :to
                  and exists (select from step where step.district = called.district and step.case_id = called.case_id)),
            """;

    /** What left the unit before its time was over, for the shelf or for others, was not due. What left it later was. */
    private static final String DUE = """
            due as (
                select unit, 'due' as what, count(*) as many,
                       count(*) filter (where closed) as well, count(*) filter (where closed and finished <= due_at) as best
                from task
                where due_at >= :from and due_at < :to and (closed or ended is null or ended > due_at)
                group by unit),
            """;

    /** Of each closing the last that its reporter said in the period, in the mini-program or on the telephone. */
    private static final String SAID = """
            said as (
                select closing.unit,
                       (array_agg(said.solved order by said.at desc) filter (where said.solved is not null))[1] as solved,
                       (array_agg(said.satisfied order by said.at desc) filter (where said.satisfied is not null))[1] as satisfied
                from casework.feedback said
                join lateral (
                    select step.district, step.case_id, step.version, step.unit from step
                    where step.district = said.district and step.case_id = said.case_id and step.at <= said.at
                      and step.name in ('pass', 'approve')
                    order by step.version desc limit 1) closing on true
                where said.at >= :from and said.at < :to and said.reached
                group by closing.district, closing.case_id, closing.version, closing.unit),
            """;

    /** What must be done again is the unit's whose result it was. */
    private static final String ENDED = """
            ended as (
                select ending.unit, 'ended' as what, count(*) as many, 0 as well from step ending
                where ending.name in ('pass', 'approve') and ending.at >= :from and ending.at < :to
                group by ending.unit
                union all
                select closing.unit, 'ended', 0, count(*) from step again
                join lateral (
                    select before.unit from casework.step before
                    where before.district = again.district and before.case_id = again.case_id
                      and before.version < again.version and before.name in ('pass', 'approve')
                    order by before.version desc limit 1) closing on true
                where again.name in ('reopen', 'overturn') and again.at >= :from and again.at < :to
                group by closing.unit),
            """;

    static final String COUNT = OF_AREA + RECEIVED + TASK + DUE + SAID + ENDED + """
            counted as (
                select unit, what, many, well, 0 as best from received
                union all select unit, what, many, well, best from due
                union all select unit, 'asked', count(solved), count(*) filter (where solved), 0 from said group by unit
                union all select unit, 'rated', count(satisfied), count(*) filter (where satisfied), 0 from said group by unit
                union all select unit, what, many, well, 0 from ended)
            select unit,
                   coalesce(sum(many) filter (where what = 'received'), 0)::bigint as received,
                   coalesce(sum(well) filter (where what = 'received'), 0)::bigint as answered,
                   coalesce(sum(many) filter (where what = 'due'), 0)::bigint as due,
                   coalesce(sum(well) filter (where what = 'due'), 0)::bigint as closed,
                   coalesce(sum(best) filter (where what = 'due'), 0)::bigint as on_time,
                   coalesce(sum(many) filter (where what = 'asked'), 0)::bigint as asked,
                   coalesce(sum(well) filter (where what = 'asked'), 0)::bigint as solved,
                   coalesce(sum(many) filter (where what = 'rated'), 0)::bigint as rated,
                   coalesce(sum(well) filter (where what = 'rated'), 0)::bigint as satisfied,
                   coalesce(sum(many) filter (where what = 'ended'), 0)::bigint as ended,
                   coalesce(sum(well) filter (where what = 'ended'), 0)::bigint as reopened
            from counted
            group by unit
            order by unit nulls last
            limit :most
            """;

    private RatesQuery() {}
}
