package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.casework.Town.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.testing.PretendCensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** What happens to a report. */
@CaseworkTest
final class ReportingTest {

    @Autowired
    private Town town;

    @Test
    void whoDoesNotSayWhetherTheyWantToBeNamedIsNot() {
        Map<String, Object> silent = Town.report("exposed-garbage", "小区北门有情况");
        silent.remove("anonymous");
        Map<String, Object> named = Town.report("exposed-garbage", "小区北门有情况");
        named.put("anonymous", false);

        assertThat(json(town.citizen().tryReport(silent), 201).path("anonymous").asBoolean())
                .isTrue();
        assertThat(json(town.citizen().tryReport(named), 201).path("anonymous").asBoolean())
                .isFalse();
    }

    @Test
    void aReportBecomesACaseWithANumberAPlaceAndADeadline() {
        Town.Person citizen = town.citizen();
        Map<String, Object> body = report("exposed-garbage", "垃圾满溢");
        body.put("photos", List.of(citizen.upload("landscape_8.jpg")));

        JsonNode made = json(citizen.tryReport(body), 201);

        assertThat(made.path("number").asString()).matches("990102-\\d{8}-\\d{4}");
        assertThat(made.path("id").asString()).startsWith("990102-");
        assertThat(made.path("stage").path("code").asString()).isEqualTo("in-review");
        assertThat(made.path("stage").path("name").asString()).isEqualTo("审核中");
        assertThat(made.path("type").path("name").asString()).isEqualTo("暴露垃圾");
        assertThat(made.path("place").path("datum").asString()).isEqualTo("GCJ02");
        assertThat(made.path("place").path("outside").asBoolean()).isFalse();
        assertThat(made.path("place").path("areaName").asString()).contains("社区");
        assertThat(made.path("photos").get(0).path("width").asInt()).isPositive();
        assertThat(made.path("thumbnail").asString()).startsWith("http");
        assertThat(made.path("mine").asBoolean()).isTrue();
        assertThat(made.path("dueAt").asString()).endsWith("Z");
        assertThat(made.path("allowed").get(0).path("step").asString()).isEqualTo("withdraw");
        assertThat(made.path("timeline").get(0).path("step").asString()).isEqualTo("report");
    }

    @Test
    void aReportIsToldToItsReporterAndToTheReviewersOfTheArea() {
        JsonNode made = town.citizen().report("exposed-garbage");

        assertThat(town.told(made)).extracting(Notice::template).containsExactly("case.reported", "task.review");
        assertThat(town.told(made).getLast().audience())
                .isInstanceOfSatisfying(
                        Audience.Role.class, role -> assertThat(role.area()).startsWith(Town.DISTRICT));
    }

    @Test
    void aDoubleTapMakesOneCase() {
        Town.Person citizen = town.citizen();
        String key = aKey();
        Map<String, Object> body = report("exposed-garbage", "双击");

        List<String> ids = Flux.range(0, 8)
                .flatMap(
                        tap -> Mono.fromCallable(() -> json(citizen.post("/cases", body, key), 201))
                                .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .map(made -> made.path("id").asString())
                .collectList()
                .block();

        assertThat(ids).hasSize(8);
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(json(citizen.get("/cases/mine"), 200).path("items")).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Town.Person citizen = town.citizen();
        String key = aKey();
        expect(citizen.post("/cases", report("exposed-garbage", "一"), key), 201);

        JsonNode refused = json(citizen.post("/cases", report("exposed-garbage", "二"), key), 422);

        assertThat(refused.path("type").asString()).endsWith("/idempotency-key-reused");
        assertThat(json(citizen.get("/cases/mine"), 200).path("items")).hasSize(1);
    }

    @Test
    void theSameKeyOfAnotherPersonIsAnotherCommand() {
        String key = aKey();
        Map<String, Object> body = report("exposed-garbage", "同一个编号");

        JsonNode one = json(town.citizen().post("/cases", body, key), 201);
        JsonNode other = json(town.citizen().post("/cases", body, key), 201);

        assertThat(one.path("id")).isNotEqualTo(other.path("id"));
    }

    @Test
    void manyReportsAtOnceGetNumbersOfTheirOwn() {
        List<String> numbers = Flux.fromStream(IntStream.range(0, 40).boxed())
                .flatMap(
                        each -> Mono.fromCallable(() -> town.citizen().report("exposed-garbage"))
                                .subscribeOn(Schedulers.boundedElastic()),
                        10)
                .map(made -> made.path("number").asString())
                .collectList()
                .block();

        assertThat(numbers).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void withoutPermissionForThePositionACommunityAndAnAddressAreEnough() {
        Map<String, Object> body = report("exposed-garbage", "没有定位");
        body.put("place", Map.of("area", "990102001001", "address", "2 号楼下"));

        JsonNode made = json(town.citizen().tryReport(body), 201);

        assertThat(made.path("place").has("longitude")).isFalse();
        assertThat(made.path("place").path("address").asString()).isEqualTo("2 号楼下");
        assertThat(made.path("place").path("areaName").asString()).contains("·");
    }

    @Test
    void withoutAnAddressOneIsLookedUp() {
        Map<String, Object> body = report("exposed-garbage", "只有定位");
        body.put("place", Map.of("longitude", Town.EAST, "latitude", Town.NORTH, "datum", "GCJ02", "accuracy", 30));

        JsonNode made = json(town.citizen().tryReport(body), 201);

        assertThat(made.path("place").path("address").asString()).isNotBlank();
        assertThat(made.path("place").path("longitude").asDouble()).isCloseTo(Town.EAST, Offset.offset(1e-5));
    }

    @Test
    void aPlaceOutsideTheCityIsTakenAndGoesToTheCity() {
        Map<String, Object> body = report("exposed-garbage", "城外");
        body.put("place", Map.of("longitude", 116.39, "latitude", 39.9, "datum", "WGS84"));

        JsonNode made = json(town.citizen().tryReport(body), 201);

        assertThat(made.path("place").path("outside").asBoolean()).isTrue();
        assertThat(made.path("id").asString()).startsWith("990100-");
        assertThat(town.staff(Role.REVIEWER, "990100").see(made).path("number").asString())
                .startsWith("990100-");
        expect(
                town.staff(Role.REVIEWER, Town.DISTRICT)
                        .get("/cases/" + made.path("id").asString()),
                404);
    }

    @Test
    void aDangerousReportAlarmsTheEmergencyUnitAtOnceAndIsInItsQueue() {
        JsonNode made = town.citizen().report("missing-manhole-cover");

        Notice alarm = town.told(made).getFirst();
        assertThat(alarm.template()).isEqualTo("case.danger");
        assertThat(alarm.urgency()).isEqualTo(Notice.Urgency.URGENT);
        assertThat(alarm.audience())
                .isEqualTo(new Audience.Duty(town.unit("emergency").id()));
        Town.Person rescuer = town.officer("emergency");
        assertThat(rescuer.waiting("duty")).contains(made.path("id").asString());
        assertThat(rescuer.see(made).path("dangerous").asBoolean()).isTrue();
    }

    @Test
    void wordsThatAreNotFitAreRefusedAndNothingIsWritten() {
        Town.Person citizen = town.citizen();

        JsonNode refused = json(citizen.tryReport(report("exposed-garbage", PretendCensor.RISKY)), 422);

        assertThat(refused.path("type").asString()).endsWith("/text-not-fit");
        assertThat(json(citizen.get("/cases/mine"), 200).path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        PretendCensor.DOUBTFUL + ", DOUBTFUL",
        PretendCensor.AWAY + ", UNSCREENED",
        PretendCensor.SILENT + ", UNSCREENED",
        "一切正常, PASSED"
    })
    void howTheWordsWereScreenedIsShownToTheReviewerOnly(String words, String screening) {
        Town.Person citizen = town.citizen();
        JsonNode made = json(citizen.tryReport(report("exposed-garbage", words)), 201);

        assertThat(made.has("screening")).isFalse();
        assertThat(town.staff(Role.REVIEWER, Town.DISTRICT)
                        .see(made)
                        .path("screening")
                        .asString())
                .isEqualTo(screening);
        expect(town.anybody("/cases/" + made.path("id").asString()), 404);
    }

    @Test
    void someoneElsesPhotosAreRefusedAndNothingIsWritten() {
        Town.Person citizen = town.citizen();
        Map<String, Object> body = report("exposed-garbage", "别人的照片");
        body.put("photos", List.of(town.citizen().upload("landscape_8.jpg")));

        JsonNode refused = json(citizen.tryReport(body), 422);

        assertThat(refused.path("type").asString()).endsWith("/photos-not-yours");
        assertThat(json(citizen.get("/cases/mine"), 200).path("items")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Map<String, Object> body = new HashMap<>();
        body.put("description", "长".repeat(1_001));
        body.put("place", Map.of("longitude", 200, "latitude", 30, "datum", "WGS84"));
        body.put("photos", List.of("not-an-id"));

        JsonNode refused = json(town.citizen().tryReport(body), 400);

        assertThat(Set.copyOf(refused.path("violations").findValuesAsString("field")))
                .containsExactlyInAnyOrder("type", "description", "place", "photos[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dragons", "exposed-garbage'; drop table casework.case_file; --"})
    void aTypeTheRulebookDoesNotHaveIsRefused(String type) {
        assertThat(json(town.citizen().tryReport(report(type, "没有这种")), 400)
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("type");
    }

    @Test
    void aCommunityTheCityDoesNotHaveIsRefused() {
        Map<String, Object> body = report("exposed-garbage", "哪里");
        body.put("place", Map.of("area", "110101001001", "address", "长安街"));

        expect(town.citizen().tryReport(body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"type\": 5, \"place\": \"here\"}",
                "{\"type\": {\"a\": 1}}",
                "{\"place\": {\"longitude\": \"NaN\", \"latitude\": 1e999, \"datum\": \"MARS\"}}",
                "{\"type\":\"exposed-garbage\",\"description\":\"\\u0000\",\"place\":{\"area\":\"\\u0000\",\"address\":\"\\u0000\"}}"
            })
    void whatCannotBeReadIsAProblemOfTheSender(String body) {
        expect(town.citizen().post("/cases", body, aKey()), 400);
    }

    @Test
    void withoutAProperKeyNothingIsDone() {
        expect(town.citizen().post("/cases", report("exposed-garbage", "无编号"), null), 400);
        expect(town.citizen().post("/cases", report("exposed-garbage", "短编号"), "short"), 400);
    }

    @Test
    void whoReportsWithoutEndIsAskedToWait() {
        Town.Person citizen = town.citizen();
        // Twice what is allowed, and one: while Redis is away a node counts for itself.
        List<String> answers = new ArrayList<>();
        for (int i = 0; i <= 40 && answers.stream().noneMatch(answer -> answer.contains("too-often")); i++) {
            answers.add(said(citizen.tryReport(report("exposed-garbage", "第" + i + "件"))));
        }

        assertThat(answers).hasSizeGreaterThan(20);
        assertThat(answers.getLast()).contains("/too-often");
    }

    @Test
    void whoHasReportedAllTheyMayStillLearnsWhatBecameOfAReportSentAgain() {
        Town.Person citizen = town.citizen();
        Map<String, Object> body = report("exposed-garbage", "第一件");
        String key = aKey();
        JsonNode first = json(citizen.post("/cases", body, key), 201);
        for (int i = 0; i <= 40; i++) {
            if (said(citizen.tryReport(report("exposed-garbage", "又一件" + i))).contains("too-often")) {
                break;
            }
        }
        expect(citizen.tryReport(report("exposed-garbage", "再一件")), 429);

        assertThat(id(json(citizen.post("/cases", body, key), 201))).isEqualTo(id(first));
        expect(citizen.post("/cases", report("exposed-garbage", "别的"), key), 422);
    }

    @Test
    void onlyCitizensReport() {
        expect(town.staff(Role.REVIEWER, Town.DISTRICT).tryReport(report("exposed-garbage", "工作人员")), 403);
    }

    private static String said(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
