package io.quanmin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VolunteerCheckTest {

    private static final VolunteerRules PRESENT = Books.present().volunteers();

    @Test
    void theRulesInForceAndNoRulesAtAllAreSound() {
        assertThat(fault(PRESENT)).isEmpty();
        assertThat(fault(Books.NO_VOLUNTEERS)).isEmpty();
    }

    @Test
    void theRightAnswerIsNotAlwaysAtTheSamePlace() {
        assertThat(PRESENT.training().questions())
                .extracting(VolunteerRules.Question::right)
                .contains(0, 1, 2);
    }

    @Test
    void aQuizThatAsksMoreThanThereIsCannotBeWorkedBy() {
        VolunteerRules.Training training = PRESENT.training();
        assertThat(fault(with(new VolunteerRules.Training(
                        training.lessons(), training.questions().subList(0, 2), 5, 4, training.again()))))
                .containsExactly("volunteers/training");
    }

    @Test
    void aQuestionWithoutARightAnswerIsAFault() {
        VolunteerRules.Question broken = new VolunteerRules.Question("broken", "?", List.of("a", "b"), 2, "");
        assertThat(fault(with(new VolunteerRules.Training(List.of(), List.of(broken), 1, 1, Duration.ZERO))))
                .containsExactly("volunteers/training/questions/broken");
    }

    @Test
    void anAskThatLastsNoTimeIsAFault() {
        VolunteerRules.Asks asks = new VolunteerRules.Asks(5, 1_000, Duration.ZERO, 3, 5);
        assertThat(fault(new VolunteerRules(PRESENT.training(), asks, PRESENT.weights(), PRESENT.enough())))
                .containsExactly("volunteers/asks");
    }

    @Test
    void toBeContentWithNoAnswerIsAFault() {
        VolunteerRules.Enough none = new VolunteerRules.Enough(true, 0, 0, "");
        assertThat(fault(new VolunteerRules(PRESENT.training(), PRESENT.asks(), PRESENT.weights(), none)))
                .containsExactly("volunteers/enough");
    }

    private static VolunteerRules with(VolunteerRules.Training training) {
        return new VolunteerRules(training, PRESENT.asks(), PRESENT.weights(), PRESENT.enough());
    }

    private static List<String> fault(VolunteerRules rules) {
        return new VolunteerCheck(rules).faults().map(Fault::where).toList();
    }
}
