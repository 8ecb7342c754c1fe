package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A case about to be written. */
record Draft(CaseFile file, TakenStep step, Findings findings) {

    private static final String REPORT = "report";

    /** Puts a case together from what was found out. */
    static Draft of(Findings findings, Id id, String number) {
        FlowTable.Step first =
                findings.rules().flow().step(FlowTable.NEW, REPORT).orElseThrow();
        CaseFile file = new CaseFile(id, number, origin(findings), standing(findings, first.to()));
        TakenStep step = step(findings, first, file.now());
        Facts before = new Facts(file, List.of(), findings.rules(), findings.units(), null);
        return new Draft(Alarms.set(before, file.now(), List.of(step)).next(), step, findings);
    }

    private static Origin origin(Findings findings) {
        Report report = findings.report();
        return new Origin(
                findings.rules().version(),
                report.anonymous(),
                findings.placed().place(),
                findings.reporter(),
                findings.now());
    }

    private static Standing standing(Findings findings, String stage) {
        ProblemType type = findings.type();
        Instant due = findings.rules().due(type, stage, findings.now()).orElse(null);
        return new Standing(
                1,
                stage,
                type.code(),
                type.dangerous(),
                findings.report().description(),
                findings.screening(),
                due,
                null,
                Linkage.of(type.difficulty(), Linkage.Mode.LEVELS),
                null,
                null,
                null);
    }

    private static TakenStep step(Findings findings, FlowTable.Step first, Standing now) {
        return new TakenStep(
                now.version(),
                first.name(),
                first.from(),
                first.to(),
                findings.now(),
                findings.reporter(),
                Role.CITIZEN.name(),
                null,
                null,
                null,
                now.type(),
                now.linkage(),
                now.dueAt(),
                null);
    }

    FlowTable.Stage stage() {
        return findings.rules().flow().stage(file.now().stage()).orElseThrow();
    }

    /** What reading the case back would find. */
    Facts facts() {
        return new Facts(file, List.of(step), findings.rules(), findings.units(), null);
    }

    Journal.Entry entry(String emergencyUnit, ZoneId zone) {
        Tidings tidings = new Tidings(null, file, facts(), Following.NOBODY, emergencyUnit, zone);
        List<TakenStep> steps = List.of(step);
        return new Journal.Entry(
                file,
                steps,
                findings.reporter(),
                CasePhoto.Kind.PROBLEM,
                findings.report().photos(),
                tidings.of(steps));
    }

    /** What was found out about a report before it is written. */
    record Findings(
            Id reporter,
            Report report,
            Screening screening,
            Placing.Placed placed,
            Rules rules,
            List<Unit> units,
            Instant now) {

        /** Fails with {@link InvalidFields} for a type the rules in force do not know. */
        void check() {
            if (rules.type(report.type()).isEmpty()) {
                throw new InvalidFields("type", "unknown", "没有这个问题类型");
            }
        }

        ProblemType type() {
            return rules.type(report.type()).orElseThrow();
        }
    }
}
