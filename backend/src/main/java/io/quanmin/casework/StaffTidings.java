package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import java.util.Optional;
import java.util.stream.Stream;

/** What those hear whose work a step makes, ends or takes away. */
record StaffTidings(NoticeWriting writing) {

    /** A case that is found to be dangerous, at report or when its type is corrected. */
    Optional<Notice> danger(TakenStep step, String emergencyUnit) {
        Standing before = writing.before();
        boolean news = writing.after().now().dangerous() && (before == null || !before.dangerous());
        return news
                ? writing.facts()
                        .unit(emergencyUnit)
                        .map(unit -> writing.notice(step, "case.danger", new Audience.Duty(unit.id()), Urgency.URGENT))
                : Optional.empty();
    }

    /** Whose turn it is now. */
    Optional<Notice> work(TakenStep step) {
        return switch (step.name()) {
            case "report", "supplement", "object", "refute", "unmerge" ->
                writing.toRole(step, "task.review", Role.REVIEWER);
            case "accept" -> writing.toRole(step, "task.verify", Role.VERIFIER);
            case "confirm", "take-over" -> writing.toRole(step, "task.dispatch", Role.DISPATCHER);
            case "report-solved", "solve" -> writing.toRole(step, "task.appraise", Role.REVIEWER);
            case Fork.UNPLACED -> writing.toRole(step, "task.unplaced", Role.DISPATCHER);
            case "dispatch", "resume" -> writing.toDuty(step, "case.dispatched");
            case "ask-extension" -> writing.toRole(step, "extension.asked", Role.DISPATCHER);
            case "grant-extension" -> writing.toDuty(step, "extension.granted");
            case "decline-extension" -> writing.toDuty(step, "extension.declined");
            case "return" -> writing.toRole(step, "case.returned", Role.DISPATCHER);
            case "reopen", "overturn" -> writing.toRole(step, "task.redispatch", Role.DISPATCHER);
            case "finish", Whistling.GATHER -> writing.toRole(step, "task.inspect", Role.VERIFIER);
            case "refuse" -> writing.toDuty(step, "case.refused");
            case "shelve" -> writing.toDuty(step, "task.shelved");
            case "withdraw" -> withdrawn(step);
            default -> Optional.empty();
        };
    }

    /** Both levels hear that a case goes up; where it cannot, the supervisors. */
    Stream<Notice> climbing(TakenStep step) {
        Id old = writing.had();
        Stream<Optional<Notice>> notices = switch (step.name()) {
            case Rising.RISE ->
                Stream.of(
                        writing.toDuty(step, "case.risen"),
                        writing.to(old, Audience.Duty::new, step, "case.passed-up"),
                        writing.to(old, Audience.Leaders::new, step, "case.passed-up"));
            case Rising.OVERRUN ->
                Stream.of(
                        writing.to(step.unit(), Audience.Leaders::new, step, "case.overrun"),
                        writing.toRole(step, "case.overrun", Role.SUPERVISOR));
            default -> Stream.empty();
        };
        return notices.flatMap(Optional::stream);
    }

    /** Whoever leads the unit that had solved it sees to another hand. */
    Optional<Notice> doneBadly(TakenStep step) {
        Id had = writing.had();
        return had == null || !Facts.AGAIN.contains(step.name())
                ? Optional.empty()
                : Optional.of(writing.notice(step, "case.reopened", new Audience.Leaders(had), Urgency.NORMAL));
    }

    /** Whoever may be on the way to look at it is spared the way. */
    private Optional<Notice> withdrawn(TakenStep step) {
        return writing.facts()
                .rules()
                .flow()
                .step(step.from(), "confirm")
                .flatMap(expected -> writing.toRole(step, "case.withdrawn", Role.VERIFIER));
    }
}
