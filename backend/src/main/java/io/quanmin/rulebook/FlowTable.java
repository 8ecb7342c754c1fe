package io.quanmin.rulebook;

import io.quanmin.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flow of a case: stages, and the steps between them.
 *
 * @param stages in the order people see
 */
public record FlowTable(List<Stage> stages, List<Step> steps) {

    /** Where the first step begins: before there is a case. Not a stage. */
    public static final String NEW = "new";

    public FlowTable {
        stages = List.copyOf(stages);
        steps = List.copyOf(steps);
    }

    /** A stage by its code; empty when the table has none. */
    public Optional<Stage> stage(String code) {
        return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** The step of a name out of a stage; empty when the table has none. */
    public Optional<Step> step(String from, String name) {
        return steps.stream()
                .filter(step -> step.from().equals(from) && step.name().equals(name))
                .findFirst();
    }

    /** The steps that lead out of a stage. */
    public List<Step> from(String stage) {
        return steps.stream().filter(step -> step.from().equals(stage)).toList();
    }

    /**
     * A stage.
     *
     * @param code such as {@code in-review}
     * @param name for staff
     * @param publicName for citizens
     * @param open whether something is still to be done
     * @param shown whether the public sees cases at this stage
     */
    public record Stage(String code, String name, String publicName, boolean open, boolean shown) {}

    /**
     * A step.
     *
     * @param from a stage, or {@link #NEW}
     * @param name such as {@code accept}
     * @param by roles that may take it, by name, or {@code REPORTER}, {@code HOLDER} or {@code SYSTEM}
     */
    public record Step(String from, String name, String to, String label, Set<String> by) {

        /** The person whose case it is may take the step. */
        public static final String REPORTER = "REPORTER";

        /** The citizen who has claimed the case may take the step. */
        public static final String HOLDER = "HOLDER";

        /** The service takes the step by itself where the rule is certain. */
        public static final String SYSTEM = "SYSTEM";

        /** In what capacity a citizen may take a step. */
        public static final Set<String> OF_CITIZENS = Set.of(Role.CITIZEN.name(), REPORTER, HOLDER);

        public Step {
            by = Set.copyOf(by);
        }

        /** Whether a case stays at its stage. */
        public boolean stays() {
            return from.equals(to);
        }
    }
}
