package io.quanmin.casework;

import static io.quanmin.casework.Town.DISTRICT;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Elsewhere;
import io.quanmin.rulebook.RuleImpact;
import io.quanmin.rulebook.Rulebook;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.Shortened;
import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is asked about a type beside the description, and what another rulebook would mean for open cases. */
@CityTest
@Import({Neighbours.class, CaseworkConfiguration.class})
@TestPropertySource(properties = "quanmin.embedded.database=answers")
final class AnswersTest {

    @Autowired
    private Town town;

    @Autowired
    private CaseworkData data;

    @Autowired
    private RuleImpact impact;

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private StaffAdministration administration;

    @Test
    void answersAreKeptWithTheCaseInTheWordsOfTheQuestion() {
        Town.Person reporter = town.citizen();
        JsonNode made = json(
                reporter.tryReport(report("broken-street-lamp", Map.of("lamp-number", "YX-0317", "how", "flicker"))),
                201);

        assertThat(answers(made)).containsExactly("路灯编号=YX-0317", "怎样坏的=闪烁");
        assertThat(answers(town.staff(Role.REVIEWER, DISTRICT).see(made))).containsExactly("路灯编号=YX-0317", "怎样坏的=闪烁");
        assertThat(now(data.export(reporter.actor.person())).toString()).contains("YX-0317");
    }

    @Test
    void everyWrongAnswerIsNamedAtItsQuestion() {
        Map<String, String> wrong =
                Map.of("how", "sideways", "lamps", "0", "lamp-number", "x".repeat(21), "colour", "red");

        JsonNode refused = json(town.citizen().tryReport(report("broken-street-lamp", wrong)), 400);

        assertThat(refused.path("violations"))
                .extracting(violation -> violation.path("field").asString())
                .containsExactlyInAnyOrder("answers.how", "answers.lamps", "answers.lamp-number", "answers.colour");
    }

    @Test
    void whatMustBeAnsweredIsAskedFor() {
        JsonNode refused = json(town.citizen().tryReport(report("damaged-public-facility", Map.of())), 400);

        assertThat(refused.path("violations").path(0).path("field").asString()).isEqualTo("answers.facility");
        assertThat(json(town.citizen().tryReport(report("damaged-public-facility", Map.of("facility", "bench"))), 201)
                        .has("id"))
                .isTrue();
    }

    @Test
    void aDayANumberAndAYesAreTakenAndOnlyTheReporterAndStaffSeeThem() {
        Town.Person reporter = town.citizen();
        JsonNode made = json(
                reporter.tryReport(
                        report("illegal-building", Map.of("storeys", "3", "inhabited", "yes", "since", "2025-05-01"))),
                201);
        assertThat(answers(made)).containsExactly("大约几层=3", "是否有人居住或使用=是", "什么时候开始搭建=2025-05-01");

        JsonNode accepted = town.staff(Role.REVIEWER, DISTRICT).step(made, "accept");

        assertThat(answers(json(town.anybody("/cases/" + accepted.path("id").asString()), 200)))
                .isEmpty();
    }

    @Test
    void theCatalogueSaysWhatIsAsked() {
        JsonNode groups = json(town.anybody("/problem-types"), 200).path("groups");

        assertThat(groups.findValuesAsString("label")).contains("路灯编号", "井盖权属");
    }

    @Test
    void aDryRunFindsTheOpenCasesThatWouldStandOtherwiseAndChangesNone() {
        JsonNode made = town.citizen().report("exposed-garbage");
        Rules present = now(rulebook.version(4));
        assertThat(now(impact.impact(present)).changed()).isZero();

        RuleImpact.Impact found = now(impact.impact(Shortened.reviewOfGarbage(present)));

        assertThat(found.changed()).isPositive().isLessThanOrEqualTo(found.looked());
        assertThat(found.all()).isTrue();
        assertThat(found.kinds()).containsOnlyKeys("时限");
        assertThat(found.examples()).anySatisfy(example -> {
            assertThat(example.id()).isEqualTo(Id.parse(made.path("id").asString()));
            assertThat(example.before()).isNotEqualTo(example.after());
        });
        assertThat(town.staff(Role.REVIEWER, DISTRICT).see(made).path("dueAt")).isEqualTo(made.path("dueAt"));
    }

    @Test
    void aDryRunNamesTheOtherUnit() {
        JsonNode made = town.citizen().report("exposed-garbage");
        Unit other =
                now(administration.addUnit(new NewUnit("clean-two", "环卫二所", DISTRICT, null, Unit.Kind.DEPARTMENT)));
        Rules present = now(rulebook.version(4));

        RuleImpact.Impact found = now(impact.impact(Shortened.garbageBy(present, other.code())));

        assertThat(found.kinds()).containsOnlyKeys("责任单位");
        assertThat(found.examples())
                .filteredOn(example ->
                        example.id().toString().equals(made.path("id").asString()))
                .singleElement()
                .satisfies(example -> assertThat(example.after()).isEqualTo("环卫二所"));
    }

    @Test
    void aDryRunSeesAnotherOfficeAnotherWayAndAnotherBeginning() {
        JsonNode made = town.citizen().report("littered-greens");
        Rules present = now(rulebook.version(4));

        Map<String, String> found = changes(Elsewhere.of(present), made);

        assertThat(found)
                .containsEntry("联动方式", "吹哨报到")
                .containsEntry("起始层级", "区")
                .containsEntry("街道时限", "3 小时（工作时间）");
        assertThat(found).containsKey("街道责任单位").doesNotContainKeys("责任单位", "社区责任单位", "难度");
    }

    private Map<String, String> changes(Rules draft, JsonNode made) {
        return now(impact.impact(draft)).examples().stream()
                .filter(example ->
                        example.id().toString().equals(made.path("id").asString()))
                .collect(Collectors.toMap(RuleImpact.Example::kind, example -> String.valueOf(example.after())));
    }

    private static Map<String, Object> report(String type, Map<String, String> answers) {
        Map<String, Object> body = new HashMap<>(Town.report(type, "这里有情况"));
        body.put("answers", answers);
        return body;
    }

    private static List<String> answers(JsonNode view) {
        return view.path("answers")
                .valueStream()
                .map(answer -> answer.path("label").asString() + "="
                        + answer.path("value").asString())
                .toList();
    }
}
