package io.quanmin.casework;

import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.rulebook.TimeRules.Alarm;
import io.quanmin.rulebook.TimeRules.Told;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What does not move a case but presses whoever has it: alarms, urging, supervision. */
record PressingTidings(NoticeWriting writing) {

    Stream<Notice> of(TakenStep step) {
        Set<Told> told = told(step);
        Stream<Optional<Notice>> notices = Stream.of(
                told.contains(Told.HOLDER) ? holder(step) : Optional.empty(),
                told.contains(Told.LEADER) ? leader(step) : Optional.empty(),
                told.contains(Told.SUPERVISOR)
                        ? writing.toRole(step, "case." + step.name(), Role.SUPERVISOR)
                        : Optional.empty());
        return notices.flatMap(Optional::stream);
    }

    private Set<Told> told(TakenStep step) {
        return switch (step.name()) {
            case "urge", "supervise" -> Set.of(Told.HOLDER, Told.LEADER);
            default ->
                writing.facts().rules().time().alarms().stream()
                        .filter(alarm -> alarm.step().equals(step.name()))
                        .map(Alarm::tells)
                        .findFirst()
                        .orElse(Set.of());
        };
    }

    /** The duty officers while the task is with a unit, else the staff of the area whose step is awaited. */
    private Optional<Notice> holder(TakenStep step) {
        if (step.to().equals("claimed")) {
            return Optional.empty();
        }
        String template = "case." + step.name();
        Set<String> awaited = awaited(step.to());
        return awaited.contains(Role.OFFICER.name())
                ? writing.toDuty(step, template)
                : Stream.of(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER)
                        .filter(role -> awaited.contains(role.name()))
                        .findFirst()
                        .or(() -> Optional.of(Role.SUPERVISOR))
                        .flatMap(role -> writing.toRole(step, template, role));
    }

    /** Whose step takes a case on from a stage. */
    private Set<String> awaited(String stage) {
        return writing.facts().rules().flow().from(stage).stream()
                .filter(step -> !step.stays())
                .flatMap(step -> step.by().stream())
                .collect(Collectors.toSet());
    }

    private Optional<Notice> leader(TakenStep step) {
        return writing.to(step.unit(), Audience.Leaders::new, step, "case." + step.name());
    }
}
