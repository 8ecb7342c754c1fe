package io.quanmin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a draft would do to reports of tomorrow. */
final class FresherTest {

    private static final Map<String, String> UNITS = Map.of("linxi-street", "林溪街道办", "guihua-street", "桂花街道办");

    private final Rules present = Books.present();

    @Test
    void rulesThatAreAsTheyWereChangeNothing() {
        assertThat(new Fresher(present, present, UNITS, area -> area).all()).isEmpty();
    }

    @Test
    void anotherStreetAnotherWayAnotherBeginningAndALevelsTimeAreSaid() {
        assertThat(changes(Elsewhere.of(present), "littered-greens"))
                .contains(
                        "联动方式：市民自治 → 吹哨报到",
                        "起始层级：社区 → 区",
                        "街道时限：24 小时（工作时间） → 3 小时（工作时间）",
                        "街道责任单位：无 → 林溪街道办",
                        "990102003　街道责任单位：桂花街道办 → 林溪街道办")
                .noneMatch(line -> line.startsWith("责任单位"));
    }

    @Test
    void harderAtOnePlaceIsSaidOfThatPlace() {
        LinkageRules linkage = present.linkage();
        List<LinkageRules.Row> rows = Stream.concat(
                        linkage.difficulties().stream(),
                        Stream.of(new LinkageRules.Row("dirty-road", "990102001", ProblemType.Difficulty.HARD)))
                .toList();
        LinkageRules harder = new LinkageRules(
                rows,
                linkage.history(),
                linkage.modes(),
                linkage.beginnings(),
                linkage.levels(),
                linkage.whistle(),
                linkage.partners());

        assertThat(changes(Books.with(present, "linkage", harder), "dirty-road"))
                .containsExactly("990102001　难度：一般 → 复杂", "990102001　联动方式：逐级办理 → 吹哨报到");
    }

    @Test
    void theTimeOfADifficultyIsSaidWithIt() {
        Rules draft = Books.with(
                present,
                present.groups().stream()
                        .map(group -> new TypeGroup(
                                group.code(),
                                group.name(),
                                group.types().stream().map(FresherTest::plain).toList()))
                        .toList());

        assertThat(changes(draft, "damaged-road"))
                .containsExactly("派遣时限（复杂）：4 小时（工作时间） → 无", "处置完成时限（复杂）：2 天（工作时间） → 无");
    }

    private static ProblemType plain(ProblemType type) {
        return new ProblemType(
                type.code(),
                type.name(),
                type.hint(),
                type.unit(),
                type.certain(),
                type.difficulty(),
                type.dangerous(),
                type.hotlines(),
                type.limits(),
                Map.of());
    }

    private List<String> changes(Rules draft, String type) {
        return new Fresher(present, draft, UNITS, area -> area)
                .all().stream()
                        .filter(fresh -> fresh.type().equals(type))
                        .flatMap(fresh -> fresh.changes().stream())
                        .toList();
    }
}
