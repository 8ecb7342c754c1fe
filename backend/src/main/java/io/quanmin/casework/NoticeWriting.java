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
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says of a step.
 *
 * @param before how the case stood; absent for a report
 * @param after the case now
 */
record NoticeWriting(@Nullable Standing before, CaseFile after, Facts facts, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final String HANDLING = "handling";
    private static final Map<Division.Level, String> LEVELS = Map.of(
            Division.Level.COMMUNITY, "社区级",
            Division.Level.STREET, "街道级",
            Division.Level.DISTRICT, "区级",
            Division.Level.CITY, "市级");

    /** Which unit had the case before the step. */
    @Nullable
    Id had() {
        return before == null ? null : before.unit();
    }

    Optional<Notice> toRole(TakenStep step, String template, Role role) {
        String area = after.origin().place().area();
        return Optional.of(notice(step, template, new Audience.Role(role.name(), area), Urgency.NORMAL));
    }

    Optional<Notice> toDuty(TakenStep step, String template) {
        return to(step.unit(), Audience.Duty::new, step, template);
    }

    Optional<Notice> to(@Nullable Id unit, Function<Id, Audience> who, TakenStep step, String template) {
        return Optional.ofNullable(unit).map(id -> notice(step, template, who.apply(id), Urgency.NORMAL));
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
        unit(Facts.AGAIN.contains(step.name()) ? had() : step.unit()).ifPresent(name -> parameters.put("unit", name));
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
