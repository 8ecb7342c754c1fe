package io.quanmin.casework;

import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Proposal;
import java.util.Optional;

/** How hard a case is and which way it goes, as a reviewer says; where they say nothing, as the rule proposes. */
record Grading(Facts facts, ProblemType type, Move.Accept accept) {

    private static final String REGISTERED = "registered";

    /** Of an acceptance whose type, where it names one, is known. */
    static Grading of(Facts facts, Move.Accept accept) {
        String code = accept.type() == null ? facts.subject().now().type() : accept.type();
        return new Grading(facts, facts.rules().type(code).orElseThrow(), accept);
    }

    Linkage decided() {
        Proposal proposal = proposal();
        ProblemType.Difficulty difficulty = accept.difficulty() == null ? proposal.difficulty() : accept.difficulty();
        return facts.subject().now().linkage().with(difficulty, mode(difficulty, proposal));
    }

    /** A difficulty chosen otherwise brings its own way along. */
    private LinkageMode mode(ProblemType.Difficulty difficulty, Proposal proposal) {
        if (accept.mode() != null) {
            return accept.mode();
        }
        return difficulty == proposal.difficulty()
                ? proposal.mode()
                : facts.rules().linkage().mode(difficulty, type.dangerous());
    }

    private Proposal proposal() {
        return facts.proposal(type);
    }

    /** What is wrong with it. */
    Optional<Problem> unfit() {
        Linkage decided = decided();
        if (type.dangerous() && decided.mode() == LinkageMode.SELF) {
            return Optional.of(new InvalidFields("mode", "dangerous", "有危险的问题不能交给市民处置"));
        }
        if (!offered(facts, decided.mode())) {
            return Optional.of(new InvalidFields("mode", "not-offered", "这件案件的规则里没有这种联动方式"));
        }
        return accept.reason() == null && overrides(decided)
                ? Optional.of(new InvalidFields("reason", "required", "与系统建议的难度或联动方式不同，请说明理由"))
                : Optional.empty();
    }

    private boolean overrides(Linkage decided) {
        Proposal proposal = proposal();
        return decided.difficulty() != proposal.difficulty() || decided.mode() != proposal.mode();
    }

    /** Whether the case's flow has such a way. */
    static boolean offered(Facts facts, LinkageMode mode) {
        return facts.rules().flow().step(REGISTERED, mode.step()).isPresent();
    }
}
