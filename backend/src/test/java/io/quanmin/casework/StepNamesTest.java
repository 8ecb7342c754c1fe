package io.quanmin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.InvalidFields;
import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.FlowTable;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the check of a flow takes for steps the service knows, the service does know. */
final class StepNamesTest {

    @Test
    void everyStepOfTheFlowThatPeopleTakeIsReadAsAMove() {
        assertThat(Books.present().flow().steps())
                .filteredOn(step -> !step.by().equals(Set.of(FlowTable.Step.SYSTEM)))
                .filteredOn(step -> !step.from().equals(FlowTable.NEW))
                .allSatisfy(step -> assertThat(known(step.name())).isTrue());
        assertThat(known("hurry")).isFalse();
    }

    private static boolean known(String step) {
        StepRequest request = JsonMapper.shared().convertValue(Map.of("step", step, "version", 1), StepRequest.class);
        try {
            return !(request.read() instanceof Move.Unknown);
        } catch (InvalidFields more) {
            return true;
        }
    }
}
