package io.quanmin.rulebook;

import static io.quanmin.rulebook.SpoiltBooks.lines;
import static io.quanmin.rulebook.SpoiltBooks.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a type of problem and its limits may not be. */
final class TypeCheckTest {

    @Test
    void aDangerousTypeWithoutHotlinesIsAFault() {
        assertThat(lines(Books.withTypes(type("pipe", true, List.of(), Map.of()))))
                .containsExactly("groups/pipe/hotlines 问题类型“名称”：危险类型必须有热线电话，其他类型不能有");
    }

    @Test
    void aLimitOfNoTimeIsAFault() {
        Map<String, TimeLimit> none = Map.of("sign", new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL));

        assertThat(lines(Books.withTypes(type("pipe", false, List.of(), none))))
                .containsExactly("groups/pipe/limits/sign 问题类型“名称”：步骤 sign 的时限必须大于零、不超过 366 天");
    }

    @Test
    void aLimitForAStepThatIsNotThereIsAFault() {
        Map<String, TimeLimit> lost = Map.of("fly", new TimeLimit(Duration.ofHours(1), TimeLimit.Clock.WALL));

        assertThat(lines(Books.withTypes(type("pipe", false, List.of(), lost))))
                .containsExactly("groups/pipe/limits/fly 问题类型“名称”：给流程里没有的步骤 fly 定了时限");
    }

    @Test
    void twoTypesWithOneCodeAreAFault() {
        ProblemType type = type("pipe", false, List.of(), Map.of());

        assertThat(lines(Books.withTypes(type, type))).containsExactly("groups/pipe 问题类型“名称”的代码出现了两次");
    }

    @Test
    void aHardCaseHasLonger() {
        Rules rules = Books.present();
        ProblemType road = rules.type("damaged-road").orElseThrow();
        Instant monday = Instant.parse("2026-11-23T01:00:00Z");

        assertThat(rules.due(road, ProblemType.Difficulty.ORDINARY, "handling", monday))
                .hasValue(Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(rules.due(road, ProblemType.Difficulty.HARD, "handling", monday))
                .hasValue(Instant.parse("2026-11-30T09:00:00Z"));
        assertThat(rules.due(road, ProblemType.Difficulty.HARD, "dispatched", monday))
                .as("what the difficulty does not say is as for all")
                .isEqualTo(rules.due(road, ProblemType.Difficulty.SIMPLE, "dispatched", monday));
    }

    @Test
    void aLimitOfADifficultyMustBeSoundToo() {
        TimeLimit none = new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL);
        ProblemType sound = type("pipe", false, List.of(), Map.of());
        ProblemType spoilt = new ProblemType(
                sound.code(),
                sound.name(),
                sound.hint(),
                sound.unit(),
                true,
                ProblemType.Difficulty.HARD,
                false,
                List.of(),
                Map.of(),
                Map.of(ProblemType.Difficulty.HARD, Map.of("sign", none, "fly", none)));

        assertThat(lines(Books.withTypes(spoilt)))
                .containsExactly(
                        "groups/pipe/byDifficulty/HARD/fly 问题类型“名称”：给流程里没有的步骤 fly 定了时限",
                        "groups/pipe/byDifficulty/HARD/sign 问题类型“名称”：步骤 sign 的时限必须大于零、不超过 366 天");
    }
}
