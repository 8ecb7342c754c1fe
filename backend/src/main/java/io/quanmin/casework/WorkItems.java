package io.quanmin.casework;

import io.quanmin.casework.AssignmentTable.Assignment;
import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes cases ready for lists of work: few queries for the whole page. */
@Component
class WorkItems {

    private final Summaries summaries;
    private final Holding holding;
    private final AskTable asks;
    private final WorkTable table;
    private final AssignmentTable assignments;
    private final People people;
    private final Clock clock;

    WorkItems(
            Summaries summaries,
            Holding holding,
            AskTable asks,
            WorkTable table,
            AssignmentTable assignments,
            People people,
            Clock clock) {
        this.summaries = summaries;
        this.holding = holding;
        this.asks = asks;
        this.table = table;
        this.assignments = assignments;
        this.people = people;
        this.clock = clock;
    }

    /** In the same order. */
    Mono<Page<TaskItem>> of(Page<DeskTable.Turned> page, Actor actor) {
        List<CaseFile> files = page.map(DeskTable.Turned::file).items();
        return of(files, actor).map(items -> new Page<>(items, page.next()));
    }

    private Mono<List<TaskItem>> of(List<CaseFile> files, Actor actor) {
        List<Id> ids = files.stream().map(CaseFile::id).toList();
        return ids.isEmpty()
                ? Mono.just(List.of())
                : Mono.zip(
                                summaries.of(files.stream().map(Found::of).toList(), Sight.STAFF),
                                holding.on(ids, actor),
                                asks.said(ids),
                                table.of(ids, unit(actor)).collectMap(WorkTable.Pressure::caseId),
                                assignees(files, actor))
                        .map(read -> IntStream.range(0, files.size())
                                .mapToObj(i -> item(
                                        files.get(i),
                                        read.getT1().get(i),
                                        new Known(read.getT2(), read.getT3(), read.getT4(), read.getT5())))
                                .toList());
    }

    /** What was found, by case. */
    private record Known(
            Map<Id, HoldView> holds,
            Map<Id, Residents> residents,
            Map<Id, WorkTable.Pressure> pressures,
            Map<Id, AssigneeView> assignees) {}

    private TaskItem item(CaseFile file, CaseSummary summary, Known known) {
        Instant now = clock.instant();
        WorkTable.Pressure pressure = Objects.requireNonNull(known.pressures().get(file.id()));
        return new TaskItem(
                summary,
                known.holds().get(file.id()),
                known.residents().get(file.id()),
                soon(file.now(), now),
                pressure.urged(),
                pressure.supporters(),
                own(pressure.task(), now),
                known.assignees().get(file.id()));
    }

    /** As {@link DeskFilter#soon} has it. */
    private static boolean soon(Standing standing, Instant now) {
        Instant due = standing.dueAt();
        Instant alarm = standing.alarmAt();
        return due != null && due.isAfter(now) && alarm != null && !alarm.isBefore(due);
    }

    private static TaskItem.@Nullable OwnTask own(WorkTable.@Nullable Task task, Instant now) {
        if (task == null) {
            return null;
        }
        Instant end = task.doneAt() == null ? now : task.doneAt();
        return new TaskItem.OwnTask(task.part(), task.state(), task.dueAt(), end.isAfter(task.dueAt()));
    }

    private Mono<Map<Id, AssigneeView>> assignees(List<CaseFile> files, Actor actor) {
        Map<Id, CaseFile> byId = files.stream().collect(Collectors.toMap(CaseFile::id, file -> file));
        return assignments
                .present(byId.keySet())
                .filter(each -> concerns(each, Objects.requireNonNull(byId.get(each.caseId())), actor))
                .collectList()
                .flatMap(found -> people.names(persons(found)).map(names -> views(found, names, actor)));
    }

    /** One's own unit's where one serves in one; else that of the unit which has the case. */
    private static boolean concerns(Assignment assignment, CaseFile file, Actor actor) {
        Id unit = Optional.ofNullable(unit(actor)).orElse(file.now().unit());
        return assignment.unit().equals(unit);
    }

    private static List<Id> persons(List<Assignment> found) {
        return found.stream()
                .map(Assignment::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Map<Id, AssigneeView> views(List<Assignment> found, Map<Id, PersonName> names, Actor actor) {
        return found.stream()
                .flatMap(each -> Optional.ofNullable(AssigneeView.of(each, names, null, actor)).stream()
                        .map(view -> Map.entry(each.caseId(), view)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable Id unit(Actor actor) {
        return actor.is(Role.OFFICER, Role.LEADER) ? actor.unit() : null;
    }
}
