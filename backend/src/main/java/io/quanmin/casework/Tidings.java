package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.place.Division;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.TimeRules.Alarm;
import io.quanmin.rulebook.TimeRules.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who hears what of a step. Facts in, notices out.
 *
 * @param before how the case stood; absent for a report
 * @param after the case now
 */
record Tidings(
        @Nullable Standing before,
        CaseFile after,
        Facts facts,
        Following following,
        String emergencyUnit,
        ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final Set<String> CLAIMS = Set.of("claim", "solve", "approve", "disapprove");
    private static final String HANDLING = "handling";
    private static final Map<Division.Level, String> LEVELS = Map.of(
            Division.Level.COMMUNITY, "社区级",
            Division.Level.STREET, "街道级",
            Division.Level.DISTRICT, "区级",
            Division.Level.CITY, "市级");

    /** The notices of the steps just taken, in their order. */
    List<Notice> of(List<TakenStep> steps) {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean passedThrough = i < steps.size() - 1;
            notices.addAll(of(steps.get(i), passedThrough));
        }
        return List.copyOf(notices);
    }

    private List<Notice> of(TakenStep step, boolean passedThrough) {
        Optional<Notice> reporter = reporter(step);
        Stream<Notice> turns = Stream.of(
                        danger(step),
                        reporter,
                        reporter.or(() -> solverApproved(step)).flatMap(told -> supporters(step)),
                        claimant(step),
                        passedThrough ? Optional.<Notice>empty() : work(step))
                .flatMap(Optional::stream);
        return Stream.of(turns, pressing(step), climbing(step), doneBadly(step).stream())
                .flatMap(notices -> notices)
                .toList();
    }

    /** A case that is found to be dangerous, at report or when its type is corrected. */
    private Optional<Notice> danger(TakenStep step) {
        boolean news = after.now().dangerous() && (before == null || !before.dangerous());
        return news
                ? facts.unit(emergencyUnit)
                        .map(unit -> notice(step, "case.danger", new Audience.Duty(unit.id()), Urgency.URGENT))
                : Optional.empty();
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
                .map(person -> notice(step, template, new Audience.Persons(List.of(person)), Urgency.NORMAL));
    }

    /** Whose claim it is, or was until this step. */
    private @Nullable Id claimant() {
        Id now = after.now().linkage().holder();
        return now == null && before != null ? before.linkage().holder() : now;
    }

    private Optional<Notice> toReporters(TakenStep step, String template, Urgency urgency) {
        List<Id> persons = reporters().stream()
                .filter(person -> !CLAIMS.contains(step.name()) || !person.equals(claimant()))
                .toList();
        return toPersons(step, template, persons, urgency);
    }

    private List<Id> reporters() {
        return following.reportersWith(Stream.ofNullable(after.origin().reporter()));
    }

    private Optional<Notice> supporters(TakenStep step) {
        return toPersons(step, "case.followed", following.supportersBut(reporters()), Urgency.QUIET)
                .map(Tidings::withoutReason);
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
                : Optional.of(notice(step, template, new Audience.Persons(persons), urgency));
    }

    /** Whose turn it is now. */
    private Optional<Notice> work(TakenStep step) {
        return switch (step.name()) {
            case "report", "supplement", "object", "refute", "unmerge" -> toRole(step, "task.review", Role.REVIEWER);
            case "accept" -> toRole(step, "task.verify", Role.VERIFIER);
            case "confirm", "take-over" -> toRole(step, "task.dispatch", Role.DISPATCHER);
            case "report-solved", "solve" -> toRole(step, "task.appraise", Role.REVIEWER);
            case Fork.UNPLACED -> toRole(step, "task.unplaced", Role.DISPATCHER);
            case "dispatch", "resume" -> toDuty(step, "case.dispatched");
            case "ask-extension" -> toRole(step, "extension.asked", Role.DISPATCHER);
            case "grant-extension" -> toDuty(step, "extension.granted");
            case "decline-extension" -> toDuty(step, "extension.declined");
            case "return" -> toRole(step, "case.returned", Role.DISPATCHER);
            case "reopen", "overturn" -> toRole(step, "task.redispatch", Role.DISPATCHER);
            case "finish", Whistling.GATHER -> toRole(step, "task.inspect", Role.VERIFIER);
            case "refuse" -> toDuty(step, "case.refused");
            case "shelve" -> toDuty(step, "task.shelved");
            case "withdraw" -> withdrawn(step);
            default -> Optional.empty();
        };
    }

    /** Both levels hear that a case goes up; where it cannot, the supervisors. */
    private Stream<Notice> climbing(TakenStep step) {
        Id old = before == null ? null : before.unit();
        Stream<Optional<Notice>> notices = switch (step.name()) {
            case Rising.RISE ->
                Stream.of(
                        toDuty(step, "case.risen"),
                        to(old, Audience.Duty::new, step, "case.passed-up"),
                        to(old, Audience.Leaders::new, step, "case.passed-up"));
            case Rising.OVERRUN ->
                Stream.of(
                        to(step.unit(), Audience.Leaders::new, step, "case.overrun"),
                        toRole(step, "case.overrun", Role.SUPERVISOR));
            default -> Stream.empty();
        };
        return notices.flatMap(Optional::stream);
    }

    private Optional<Notice> to(@Nullable Id unit, Function<Id, Audience> who, TakenStep step, String template) {
        return Optional.ofNullable(unit).map(id -> notice(step, template, who.apply(id), Urgency.NORMAL));
    }

    /** What does not move the case but presses whoever has it: alarms, urging, supervision. */
    private Stream<Notice> pressing(TakenStep step) {
        Set<Told> told = told(step);
        Stream<Optional<Notice>> notices = Stream.of(
                told.contains(Told.HOLDER) ? holder(step) : Optional.empty(),
                told.contains(Told.LEADER) ? leader(step) : Optional.empty(),
                told.contains(Told.SUPERVISOR)
                        ? toRole(step, "case." + step.name(), Role.SUPERVISOR)
                        : Optional.empty());
        return notices.flatMap(Optional::stream);
    }

    /** Whoever leads the unit that had solved it sees to another hand. */
    private Optional<Notice> doneBadly(TakenStep step) {
        Id had = before == null ? null : before.unit();
        return had == null || !Facts.AGAIN.contains(step.name())
                ? Optional.empty()
                : Optional.of(notice(step, "case.reopened", new Audience.Leaders(had), Urgency.NORMAL));
    }

    private Set<Told> told(TakenStep step) {
        return switch (step.name()) {
            case "urge", "supervise" -> Set.of(Told.HOLDER, Told.LEADER);
            default ->
                facts.rules().time().alarms().stream()
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
                ? toDuty(step, template)
                : Stream.of(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER)
                        .filter(role -> awaited.contains(role.name()))
                        .findFirst()
                        .or(() -> Optional.of(Role.SUPERVISOR))
                        .flatMap(role -> toRole(step, template, role));
    }

    /** Whose step takes a case on from a stage. */
    private Set<String> awaited(String stage) {
        return facts.rules().flow().from(stage).stream()
                .filter(step -> !step.stays())
                .flatMap(step -> step.by().stream())
                .collect(Collectors.toSet());
    }

    private Optional<Notice> leader(TakenStep step) {
        return Optional.ofNullable(step.unit())
                .map(unit -> notice(step, "case." + step.name(), new Audience.Leaders(unit), Urgency.NORMAL));
    }

    /** Whoever may be on the way to look at it is spared the way. */
    private Optional<Notice> withdrawn(TakenStep step) {
        return facts.rules()
                .flow()
                .step(step.from(), "confirm")
                .flatMap(expected -> toRole(step, "case.withdrawn", Role.VERIFIER));
    }

    private Optional<Notice> toRole(TakenStep step, String template, Role role) {
        String area = after.origin().place().area();
        return Optional.of(notice(step, template, new Audience.Role(role.name(), area), Urgency.NORMAL));
    }

    private Optional<Notice> toDuty(TakenStep step, String template) {
        return Optional.ofNullable(step.unit())
                .map(unit -> notice(step, template, new Audience.Duty(unit), Urgency.NORMAL));
    }

    Notice notice(TakenStep step, String template, Audience audience, Urgency urgency) {
        boolean citizen = audience instanceof Audience.Persons;
        String link = "pages/case/detail?id=" + after.id();
        return new Notice(after.id(), audience, template, parameters(step, citizen), link, urgency, step.at());
    }

    private Map<String, String> parameters(TakenStep step, boolean citizen) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("number", after.number());
        parameters.put(
                "type", facts.rules().type(step.type()).map(ProblemType::name).orElse(step.type()));
        parameters.put("place", citizen ? after.origin().publicPlace() : place());
        parameters.put("stage", stage(step.to(), citizen));
        parameters.put("time", time(step.at()));
        if (step.reason() != null) {
            parameters.put("reason", step.reason());
        }
        due(step).ifPresent(due -> parameters.put("due", time(due)));
        Id had = before == null ? null : before.unit();
        unit(Facts.AGAIN.contains(step.name()) ? had : step.unit()).ifPresent(name -> parameters.put("unit", name));
        String answer = after.now().answer();
        if (answer != null && Facts.INSPECTED.contains(step.name())) {
            parameters.put("answer", answer);
        }
        Optional.ofNullable(step.linkage().level()).map(LEVELS::get).ifPresent(name -> parameters.put("level", name));
        if (facts.target() != null) {
            parameters.put("into", facts.target().number());
        }
        return Map.copyOf(parameters);
    }

    /** What people take it for: the end of the handling, not of each office's own stage before it. */
    private Optional<Instant> due(TakenStep step) {
        return switch (step.name()) {
            case "dispatch", "resume" ->
                facts.rules()
                        .type(step.type())
                        .flatMap(type -> facts.rules().due(type, step.linkage().difficulty(), HANDLING, step.at()));
            case "accept", "confirm", "pass" -> Optional.empty();
            default -> Optional.ofNullable(step.dueAt());
        };
    }

    private String place() {
        CasePlace place = after.origin().place();
        return place.address().isEmpty() ? place.areaName() : place.address();
    }

    private String stage(String code, boolean citizen) {
        Optional<FlowTable.Stage> stage = facts.rules().flow().stage(code);
        return stage.map(citizen ? FlowTable.Stage::publicName : FlowTable.Stage::name)
                .orElse(code);
    }

    private Optional<String> unit(@Nullable Id id) {
        return facts.units().stream()
                .filter(unit -> unit.id().equals(id))
                .map(Unit::name)
                .findFirst();
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
