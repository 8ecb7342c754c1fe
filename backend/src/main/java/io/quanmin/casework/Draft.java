package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Proposal;
import io.quanmin.rulebook.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case about to be written. */
record Draft(CaseFile file, TakenStep step, Findings findings) {

    private static final String REPORT = "report";
    private static final String REPORT_SOLVED = "report-solved";

    /** Puts a case together from what was found out. */
    static Draft of(Findings findings, Id id, String number) {
        FlowTable.Step first = findings.first();
        CaseFile file = new CaseFile(id, number, origin(findings), standing(findings, first.to()));
        TakenStep step = step(findings, first, file.now());
        Facts before = new Facts(file, List.of(), findings.rules(), findings.units(), null);
        return new Draft(Alarms.set(before, file.now(), List.of(step)).next(), step, findings);
    }

    /** The same of another reporter. */
    Draft of(Id reporter) {
        return of(findings.of(reporter), file.id(), file.number());
    }

    private static Origin origin(Findings findings) {
        Report report = findings.report();
        return new Origin(
                findings.rules().version(),
                report.anonymous(),
                report.hidden(),
                findings.placed().place(),
                findings.reporter(),
                findings.now(),
                Publicly.NOTHING);
    }

    private static Standing standing(Findings findings, String stage) {
        ProblemType type = findings.type();
        Proposal proposal = findings.rules()
                .linkage()
                .propose(type, findings.placed().place().area(), 0, false);
        Instant due = findings.rules()
                .due(type, proposal.difficulty(), stage, findings.now())
                .orElse(null);
        return new Standing(
                1,
                stage,
                new Standing.Matter(
                        type.code(), type.dangerous(), findings.report().description(), findings.screening()),
                new Standing.Times(due, null),
                linkage(findings, proposal),
                Standing.Outcome.NONE);
    }

    /** Who has solved it already is the one who holds it. */
    private static Linkage linkage(Findings findings, Proposal proposal) {
        return findings.report().solved()
                ? Linkage.of(proposal.difficulty(), LinkageMode.SELF).heldBy(findings.reporter())
                : Linkage.of(proposal.difficulty(), proposal.mode());
    }

    private static TakenStep step(Findings findings, FlowTable.Step first, Standing now) {
        return new TakenStep(
                now.version(),
                first.name(),
                first.from(),
                first.to(),
                findings.now(),
                findings.writer().person(),
                findings.writer().role().name(),
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
        return new Journal.Entry(file, steps, findings.writer().person(), photos(), tidings.of(steps));
    }

    List<Brought> photos() {
        Report report = findings.report();
        return List.of(
                new Brought(CasePhoto.Kind.PROBLEM, report.photos()),
                new Brought(CasePhoto.Kind.RESULT, report.after()));
    }

    /** How the result stood, where the report brought one. */
    Optional<Result.Checked> checked() {
        return Optional.of(findings)
                .filter(found -> found.report().solved())
                .map(found -> Claiming.checkedReport(found));
    }

    /** Who writes a report down: its reporter, or a clerk for them. */
    record Writer(Id person, Role role) {}

    /**
     * What was found out about a report before it is written.
     *
     * @param result of a problem solved already; else absent
     */
    record Findings(
            Id reporter,
            Writer writer,
            Report report,
            Screening screening,
            Placing.Placed placed,
            Rules rules,
            List<Unit> units,
            @Nullable Result result,
            Instant now) {

        Findings with(Result found) {
            return new Findings(reporter, writer, report, screening, placed, rules, units, found, now);
        }

        Findings of(Id other) {
            return new Findings(other, writer, report, screening, placed, rules, units, result, now);
        }

        FlowTable.Step first() {
            String name = report.solved() ? REPORT_SOLVED : REPORT;
            return rules.flow().step(FlowTable.NEW, name).orElseThrow();
        }

        /** Fails with {@link InvalidFields} for a type the rules in force do not know, or answers to what they do not ask. */
        void check() {
            if (rules.type(report.type()).isEmpty()) {
                throw new InvalidFields("type", "unknown", "没有这个问题类型");
            }
            if (report.solved() && !rules.claims().solvedOnTheSpot().contains(report.type())) {
                throw new InvalidFields("type", "not-for-citizens", "这类问题不宜自行处置，请直接上报");
            }
            report.answers().check(rules.forms().fields(report.type()));
        }

        ProblemType type() {
            return rules.type(report.type()).orElseThrow();
        }
    }
}
