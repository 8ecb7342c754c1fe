package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What citizens hear of a step: who reported the case, who follows it and who claimed it. */
record CitizenTidings(NoticeWriting writing, Following following) {

    private static final Set<String> CLAIMS = Set.of("claim", "solve", "approve", "disapprove");

    Stream<Notice> of(TakenStep step) {
        Optional<Notice> reporter = reporter(step);
        return Stream.of(
                        reporter,
                        reporter.or(() -> solverApproved(step)).flatMap(told -> supporters(step)),
                        claimant(step))
                .flatMap(Optional::stream);
    }

    private Optional<Notice> reporter(TakenStep step) {
        return switch (step.name()) {
            case "report" -> toReporters(step, "case.reported", Urgency.QUIET);
            case "accept" -> toReporters(step, "case.accepted", Urgency.NORMAL);
            case "send-back" -> toReporters(step, "case.sent-back", Urgency.NORMAL);
            case "reject" -> toReporters(step, "case.rejected", Urgency.NORMAL);
            case "merge" -> toReporters(step, "case.merged", Urgency.NORMAL);
            case "sign" -> toReporters(step, "case.handling", Urgency.NORMAL);
            case "unmerge" -> toReporters(step, "case.unmerged", Urgency.NORMAL);
            case "shelve" -> toReporters(step, "case.shelved", Urgency.NORMAL);
            case "resume" -> toReporters(step, "case.resumed", Urgency.NORMAL);
            case "finish", Whistling.GATHER -> toReporters(step, "case.finished", Urgency.QUIET);
            case "whistle" -> toReporters(step, "case.whistled", Urgency.NORMAL);
            case "pass", "approve" -> toReporters(step, "case.closed", Urgency.NORMAL);
            case "report-solved" -> toReporters(step, "case.solved-reported", Urgency.QUIET);
            case "offer" -> toReporters(step, "case.offered", Urgency.NORMAL);
            case "claim" -> toReporters(step, "case.claimed", Urgency.QUIET);
            case "solve" -> toReporters(step, "case.solved", Urgency.QUIET);
            case "disapprove" -> toReporters(step, "case.offered-again", Urgency.QUIET);
            case "reopen", "overturn" -> toReporters(step, "case.redone", Urgency.NORMAL);
            default -> Optional.empty();
        };
    }

    /** To who had claimed it, of what became of that; they hear nothing of it as the reporter besides. */
    private Optional<Notice> claimant(TakenStep step) {
        return switch (step.name()) {
            case "approve" -> toClaimant(step, "claim.approved");
            case "disapprove" -> toClaimant(step, "claim.disapproved");
            case "lapse" -> toClaimant(step, "claim.lapsed");
            case "remind" -> toClaimant(step, "claim.remind");
            default -> Optional.empty();
        };
    }

    /** A reporter who solved it hears of it as that; others follow it all the same. */
    private Optional<Notice> solverApproved(TakenStep step) {
        return Optional.of(step).filter(taken -> taken.name().equals("approve")).flatMap(this::claimant);
    }

    private Optional<Notice> toClaimant(TakenStep step, String template) {
        return Optional.ofNullable(claimant())
                .map(person -> writing.notice(step, template, new Audience.Persons(List.of(person)), Urgency.NORMAL));
    }

    /** Whose claim it is, or was until this step. */
    private @Nullable Id claimant() {
        Standing before = writing.before();
        Id now = writing.after().now().linkage().holder();
        return now == null && before != null ? before.linkage().holder() : now;
    }

    private Optional<Notice> toReporters(TakenStep step, String template, Urgency urgency) {
        List<Id> persons = reporters().stream()
                .filter(person -> !CLAIMS.contains(step.name()) || !person.equals(claimant()))
                .toList();
        return toPersons(step, template, persons, urgency);
    }

    private List<Id> reporters() {
        return following.reportersWith(
                Stream.ofNullable(writing.after().origin().reporter()));
    }

    private Optional<Notice> supporters(TakenStep step) {
        return toPersons(step, "case.followed", following.supportersBut(reporters()), Urgency.QUIET)
                .map(CitizenTidings::withoutReason);
    }

    /** What is written to a reporter is for nobody else. */
    private static Notice withoutReason(Notice notice) {
        Map<String, String> parameters = new HashMap<>(notice.parameters());
        parameters.remove("reason");
        return new Notice(
                notice.subject(),
                notice.audience(),
                notice.template(),
                Map.copyOf(parameters),
                notice.link(),
                notice.urgency(),
                notice.at());
    }

    private Optional<Notice> toPersons(TakenStep step, String template, List<Id> persons, Urgency urgency) {
        return persons.isEmpty()
                ? Optional.empty()
                : Optional.of(writing.notice(step, template, new Audience.Persons(persons), urgency));
    }
}
