package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Open cases as work: what is due first comes first. */
@Component
class TaskTable {

    private static final Cursor FIRST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final int TRIES = 20;

    /** More than this nobody counts exactly. */
    private static final int COUNTED = 1_000;

    private static final String SLICE = """
            from casework.case_file file
            where %s
            and (:stages::text[] is null or stage = any (:stages))
            and (not :dangerous or dangerous)
            and (:area::text is null or starts_with(area, :area))
            and (:unit::text is null
                 or case when :task::text is not null and stage = 'whistled'
                    then exists (
                        select from casework.child_task task
                        where task.district = file.district and task.case_id = file.id
                        and task.unit = :unit and task.state = :task)
                    else unit = :unit end)
            and reporter is distinct from :person
            and not exists (
                select from casework.case_file merged
                where merged.merged_into = file.district || '-' || replace(file.id::text, '-', '') and merged.reporter = :person)
            and not exists (
                select from casework.step taken
                where taken.district = file.district and taken.case_id = file.id
                and taken.by_person = :person and taken.name = any (:not))
            and (:types::text[] is null or type = any (:types))
            and (:hands::text[] is null or not exists (
                select from casework.step again
                where again.district = file.district and again.case_id = file.id and again.name = any (:again)
                and exists (
                    select from casework.step done
                    where done.district = file.district and done.case_id = file.id and done.version < again.version
                    and done.by_person = :person and done.name = any (:handling))
                and exists (
                    select from unnest(:hands::text[]) as hand
                    where not exists (
                        select from casework.step done
                        where done.district = file.district and done.case_id = file.id and done.version < again.version
                        and done.by_person = hand and done.name = any (:handling)))))
            """;

    /** Locks the first case that is free and writes the hold down; of two at once each finds another. */
    private static final String NEXT = """
            with free as (
                select file.district, file.id
                %s
                and not exists (
                    select from casework.hold
                    where hold.district = file.district and hold.case_id = file.id and hold.until > clock_timestamp())
                order by coalesce(due_at, reported_at), id
                limit 1
                for update of file skip locked),
            taken as (
                insert into casework.hold (district, case_id, person, until)
                select district, id, :person, clock_timestamp() + :lease * interval '1 millisecond' from free
                on conflict (district, case_id) do update set person = excluded.person, until = excluded.until
                where hold.until <= clock_timestamp()
                returning case_id)
            select free.district, free.id, exists (select from taken) as mine from free
            """;

    private final DatabaseClient database;

    TaskTable(DatabaseClient database) {
        this.database = database;
    }

    Flux<DeskTable.Turned> of(Slice slice, DeskFilter filter, PageRequest page) {
        Cursor after = page.after().orElse(FIRST);
        Slice wanted = slice.and(filter);
        GenericExecuteSpec select = database.sql(
                        "select *, coalesce(due_at, reported_at) as turn " + from(wanted) + """
                and (coalesce(due_at, reported_at), id) > (:at, :id)
                order by coalesce(due_at, reported_at), id
                limit :limit
                """)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1);
        return sliced(select, wanted)
                .map(row -> new DeskTable.Turned(CaseRow.file(row), get(row, "turn", Instant.class)))
                .all();
    }

    /** How many, up to a thousand. */
    Mono<Long> count(Slice slice) {
        GenericExecuteSpec select =
                database.sql("select count(*) from (select " + from(slice) + " limit " + COUNTED + ") as counted");
        return sliced(select, slice).mapValue(Long.class).one();
    }

    /** Takes the first case that nobody is at work on; empty where there is none, or others took each just before. */
    Mono<Id> take(Slice slice, Duration lease) {
        GenericExecuteSpec take = database.sql(NEXT.formatted(from(slice))).bind("lease", lease.toMillis());
        return sliced(take, slice)
                .map(row -> new Taken(
                        new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                        get(row, "mine", Boolean.class)))
                .one()
                .flatMap(taken -> taken.mine() ? Mono.just(taken.caseId()) : Mono.error(new JustTaken()))
                .retryWhen(Retry.max(TRIES).filter(JustTaken.class::isInstance))
                .onErrorResume(Exceptions::isRetryExhausted, many -> Mono.empty());
    }

    private static String from(Slice slice) {
        return SLICE.formatted(slice.source().condition()) + " and "
                + slice.further().condition() + " ";
    }

    private static GenericExecuteSpec sliced(GenericExecuteSpec select, Slice slice) {
        return slice.further()
                .bind(select)
                .bind("stages", array(slice.stages()))
                .bind("dangerous", slice.dangerous())
                .bind("area", maybe(slice.area(), String.class))
                .bind("unit", maybe(slice.unit()))
                .bind("task", maybe(slice.task() == null ? null : slice.task().name(), String.class))
                .bind("person", slice.person().toString())
                .bind("not", array(slice.not()))
                .bind("types", array(slice.types()))
                .bind("hands", array(hands(slice)))
                .bind("again", array(Facts.AGAIN))
                .bind("handling", array(Facts.HANDLING));
    }

    private static @Nullable Set<String> hands(Slice slice) {
        Set<Id> hands = slice.hands();
        return hands == null ? null : hands.stream().map(Id::toString).collect(Collectors.toSet());
    }

    private static Parameter array(@Nullable Set<String> words) {
        return words == null ? Parameters.in(String[].class) : Parameters.in(words.toArray(String[]::new));
    }

    /** Whether the first free one is held now; else somebody was faster by less than this statement could see. */
    private record Taken(Id caseId, boolean mine) {}

    /** Says to look again; never leaves this class. */
    private static final class JustTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        JustTaken() {
            super("Somebody took it just now", null, false, false);
        }
    }
}
