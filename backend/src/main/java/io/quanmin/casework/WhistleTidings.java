package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What units that were called hear of each other's tasks. Facts in, notices out.
 *
 * @param tidings how this case is spoken of
 * @param tasks those that a step changed
 */
record WhistleTidings(Tidings tidings, List<ChildTask> tasks) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final Map<ChildTask.Part, String> PARTS =
            Map.of(ChildTask.Part.LEAD, "牵头", ChildTask.Part.ASSIST, "协办", ChildTask.Part.LEVEL, "属地");

    List<Notice> of(List<TakenStep> steps) {
        TakenStep step = steps.getFirst();
        return tasks.stream().flatMap(task -> of(step, task)).toList();
    }

    private Stream<Notice> of(TakenStep step, ChildTask task) {
        return switch (step.name()) {
            case "whistle", "call-more" -> called(step, task);
            case TaskAlarms.WARN -> toUnit(step, task, "task.warn");
            case TaskAlarms.BREACH -> toUnit(step, task, "task.breach");
            case "return-task" -> Stream.concat(toLead(step, task, Urgency.NORMAL), toDispatcher(step, task));
            case "report-task" -> toLead(step, task, Urgency.QUIET);
            case "release-task", "return" ->
                Stream.of(told(step, task, "task.released", Audience.Duty::new, Urgency.NORMAL));
            default -> Stream.empty();
        };
    }

    /** A lead that goes on with others at its side knows it already. */
    private Stream<Notice> called(TakenStep step, ChildTask task) {
        return task.state() == ChildTask.State.CALLED ? toUnit(step, task, "task.called") : Stream.empty();
    }

    /** Whoever is on duty there, and whoever leads it. */
    private Stream<Notice> toUnit(TakenStep step, ChildTask task, String template) {
        return Stream.of(
                told(step, task, template, Audience.Duty::new, Urgency.NORMAL),
                told(step, task, template, Audience.Leaders::new, Urgency.NORMAL));
    }

    private Stream<Notice> toLead(TakenStep step, ChildTask task, Urgency urgency) {
        Id lead = step.unit();
        String template = task.state() == ChildTask.State.REPORTED ? "task.reported" : "task.returned";
        return lead == null || lead.equals(task.unit())
                ? Stream.empty()
                : Stream.of(told(step, task, template, unit -> new Audience.Duty(lead), urgency));
    }

    private Stream<Notice> toDispatcher(TakenStep step, ChildTask task) {
        String area = tidings.after().origin().place().area();
        Audience dispatchers = new Audience.Role(Role.DISPATCHER.name(), area);
        return Stream.of(told(step, task, "task.returned", unit -> dispatchers, Urgency.NORMAL));
    }

    private Notice told(TakenStep step, ChildTask task, String template, Function<Id, Audience> who, Urgency urgency) {
        Notice notice = tidings.notice(step, template, who.apply(task.unit()), urgency);
        Map<String, String> parameters = new HashMap<>(notice.parameters());
        parameters.put("part", PARTS.getOrDefault(task.part(), "协办"));
        parameters.put("due", time(task));
        tidings.facts().units().stream()
                .filter(unit -> unit.id().equals(task.unit()))
                .map(Unit::name)
                .forEach(name -> parameters.put("unit", name));
        return new Notice(
                notice.subject(),
                notice.audience(),
                template,
                Map.copyOf(parameters),
                notice.link(),
                urgency,
                notice.at());
    }

    private String time(ChildTask task) {
        ZoneId zone = tidings.zone();
        return TIME.format(task.dueAt().atZone(zone));
    }
}
