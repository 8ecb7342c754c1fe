package io.quanmin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.place.Division;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Difficulties, levels and partners that lead nowhere are faults. */
final class LinkageCheckTest {

    @Test
    void aDifficultyWithoutAWayIsAFault() {
        LinkageRules now = Books.present().linkage();

        assertThat(linkageFaults(new LinkageRules(
                        now.difficulties(),
                        now.history(),
                        Map.of(),
                        List.of(),
                        now.levels(),
                        now.whistle(),
                        now.partners())))
                .contains("linkage/modes/HARD 这个难度没有联动方式，或流程里没有相应的步骤", "linkage/beginnings/SIMPLE 这个难度没有说明从哪一级开始");
    }

    @Test
    void aStrangeTypeALevelWithoutTimeAndAStepPartnersCannotKnowAreFaults() {
        LinkageRules now = Books.present().linkage();
        TimeLimit none = new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL);

        assertThat(linkageFaults(new LinkageRules(
                        List.of(new LinkageRules.Row("dragons", "*", ProblemType.Difficulty.HARD)),
                        new LinkageRules.History(60_000, Duration.ofDays(30), 3, true),
                        now.modes(),
                        now.beginnings(),
                        List.of(new LinkageRules.LevelLimit(Division.Level.STREET, none, none)),
                        new LinkageRules.Whistle(51, none, 1, none, none, none, 1, List.of()),
                        new LinkageRules.Partners(Set.of("fly"), false))))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactly(
                        "linkage/difficulties/0",
                        "linkage/history",
                        "linkage/levels/STREET",
                        "linkage/whistle",
                        "linkage/partners/fly");
    }

    private static List<String> linkageFaults(LinkageRules linkage) {
        return RulesCheck.faults(Books.withLinkage(linkage)).stream()
                .map(Fault::line)
                .toList();
    }
}
