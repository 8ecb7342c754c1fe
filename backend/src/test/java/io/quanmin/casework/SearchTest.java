package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Cases found by words, and several reports of one problem found before and after they are made. */
@CaseworkTest
final class SearchTest {

    private static final AtomicInteger PLACES = new AtomicInteger();

    @Autowired
    private Town town;

    @Autowired
    private DatabaseClient database;

    @Test
    void aWordOfTwoCharactersFindsItsCaseOnceThePublicMaySeeIt() {
        JsonNode made = reported(town.citizen(), "电动车飞线充电，很危险", 0);

        assertThat(found(town.citizen(), "飞线")).doesNotContain(id(made));
        assertThat(found(reviewer(), "飞线")).contains(id(made));
        expect(reviewer().tryStep(made, "accept", Map.of()), 200);
        assertThat(found(town.citizen(), "飞线")).contains(id(made));
        assertThat(found(town.citizen(), "飞机")).doesNotContain(id(made));
    }

    @ParameterizedTest
    @CsvSource({"ＡＢＣ大厦,abc大厦", "井 盖 松动,井盖", "Tree倒伏,tREE"})
    void widthCaseAndSpacesDoNotMatter(String written, String searched) {
        JsonNode made = accepted(town.citizen(), written, 0);
        assertThat(found(town.citizen(), searched)).contains(id(made));
    }

    @Test
    void pairsThatStandApartAreNoWord() {
        JsonNode made = accepted(town.citizen(), "路面积水，水井盖响", 0);
        assertThat(found(town.citizen(), "路面积水井盖")).doesNotContain(id(made));
    }

    @Test
    void aNumberFindsItsCase() {
        JsonNode made = accepted(town.citizen(), "垃圾满溢", 0);
        assertThat(found(town.citizen(), made.path("number").asString())).containsExactly(id(made));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "路", " 灯 "})
    void lessThanTwoCharactersIsNotSearched(String words) {
        expect(town.citizen().get("/cases/search?words=" + words), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%", "__", "'; drop", "\\\\"})
    void whatMeansSomethingElsewhereIsOnlyText(String words) {
        JsonNode answer = town.search(words);
        assertThat(answer.path("items").isArray()).isTrue();
    }

    @Test
    void whoIsAboutToReportSeesOpenCasesOfTheKindAround() {
        double north = somewhere();
        JsonNode near = accepted(town.citizen(), "垃圾满溢", north);
        JsonNode unseen = reported(town.citizen(), "垃圾满溢", north);

        assertThat(similar("exposed-garbage", north + 0.0005))
                .containsExactly(id(near))
                .doesNotContain(id(unseen));
        assertThat(similar("exposed-garbage", north + 0.002)).isEmpty();
        assertThat(similar("dirty-road", north)).isEmpty();
    }

    @Test
    void whoMetTheSameFollowsTheCaseAndIsToldOfItsSteps() {
        JsonNode made = accepted(town.citizen(), "垃圾满溢", 0);
        Town.Person neighbour = town.citizen();

        expect(neighbour.put("/cases/" + id(made) + "/support"), 200);
        assertThat(json(neighbour.put("/cases/" + id(made) + "/support"), 200)
                        .path("supporters")
                        .asInt())
                .isEqualTo(1);
        JsonNode seen = neighbour.see(made);
        assertThat(seen.path("supported").asBoolean()).isTrue();
        assertThat(town.citizen().see(made).path("supported").asBoolean()).isFalse();

        JsonNode confirmed = town.staff(Role.VERIFIER, Town.DISTRICT).step(made, "confirm");
        expect(town.officer("sanitation").tryStep(confirmed, "sign", Map.of()), 200);
        assertThat(told(made, "case.followed")).contains(neighbour.actor.person());
        assertThat(told(made, "case.handling")).doesNotContain(neighbour.actor.person());

        assertThat(json(neighbour.delete("/cases/" + id(made) + "/support"), 200)
                        .path("supporters")
                        .asInt())
                .isZero();
    }

    @Test
    void onesOwnCaseAndOneThatIsDoneAreNotSupported() {
        Town.Person citizen = town.citizen();
        JsonNode made = accepted(citizen, "垃圾满溢", 0);
        expect(citizen.put("/cases/" + id(made) + "/support"), 422);
        JsonNode withdrawn = citizen.step(citizen.see(made), "withdraw");
        expect(town.citizen().put("/cases/" + id(withdrawn) + "/support"), 404);
    }

    @Test
    void aReviewerIsShownTheLikeliestTwinFirst() {
        double north = somewhere();
        Town.Person citizen = town.citizen();
        JsonNode far = reported(citizen, "小广告贴满墙", north + 0.0024);
        JsonNode twin = reported(citizen, "公交站旁边的垃圾堆了三天没人管", north + 0.0003);
        JsonNode other = reported(citizen, "路灯坏了", north + 0.0010);
        JsonNode fresh = reported(town.citizen(), "公交站旁的垃圾堆了三天", north);

        List<String> ids = json(reviewer().get("/cases/" + id(fresh) + "/candidates"), 200)
                .path("items")
                .findValuesAsString("id");
        assertThat(ids).startsWith(id(twin)).containsSubsequence(id(twin), id(other), id(far));
        expect(town.citizen().get("/cases/" + id(fresh) + "/candidates"), 403);
    }

    @Test
    void ofTwoTwinsTheOneReportedAtTheSameTimeIsTheLikelier() {
        double north = Town.NORTH - 0.0175;
        JsonNode older = reported(town.citizen(), "公交站旁边的垃圾堆了三天", north + 0.0003);
        JsonNode newer = reported(town.citizen(), "公交站旁边的垃圾堆了三天", north + 0.0003);
        JsonNode fresh = reported(town.citizen(), "公交站旁的垃圾堆了三天", north);
        for (JsonNode first : List.of(older, newer)) {
            JsonNode other = first.equals(older) ? newer : older;
            reportedBefore(first, 20);
            reportedBefore(other, 0);

            assertThat(json(reviewer().get("/cases/" + id(fresh) + "/candidates"), 200)
                            .path("items")
                            .findValuesAsString("id"))
                    .containsSubsequence(id(other), id(first));
        }
    }

    private void reportedBefore(JsonNode made, int days) {
        Long rows = now(database.sql(
                        "update casework.case_file set reported_at = now() - :days * interval '1 day' where id = :id")
                .bind("days", days)
                .bind("id", Id.parse(id(made)).value())
                .fetch()
                .rowsUpdated());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void aReporterFindsTheirOwnCaseBeforeOthersDo() {
        Town.Person citizen = town.citizen();
        JsonNode made = reported(citizen, "紫藤架下堆着旧沙发", 0);

        assertThat(found(citizen, "紫藤架下")).containsExactly(id(made));
        assertThat(found(citizen, made.path("number").asString())).containsExactly(id(made));
        assertThat(found(town.citizen(), "紫藤架下")).isEmpty();
        expect(reviewer().tryStep(made, "accept", Map.of()), 200);
        assertThat(found(citizen, "紫藤架下")).containsExactly(id(made));
    }

    @Test
    void aReviewerOfAnotherAreaIsShownNoTwinsTheyCouldNotOpen() {
        double north = somewhere();
        JsonNode hidden = reported(town.citizen(), "公交站旁边的垃圾堆了三天", north + 0.0002);
        JsonNode seen = accepted(town.citizen(), "公交站旁的垃圾堆了三天", north);
        Town.Person stranger = town.staff(Role.REVIEWER, "990103");

        expect(stranger.get("/cases/" + id(seen)), 200);
        expect(stranger.get("/cases/" + id(seen) + "/candidates"), 404);
        assertThat(json(reviewer().get("/cases/" + id(seen) + "/candidates"), 200)
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id(hidden));
    }

    @Test
    void ofOtherAreasStaffIsShownWhatThePublicReads() {
        double north = somewhere();
        JsonNode shown = accepted(town.citizen(), "公交站旁的垃圾堆了三天，电话13800001111", north);
        JsonNode fresh = reported(town.citizen(), "公交站旁边的垃圾堆了三天", north);
        moved(shown, "990103001001");

        JsonNode twin = json(reviewer().get("/cases/" + id(fresh) + "/candidates"), 200)
                .path("items")
                .valueStream()
                .filter(each -> id(each).equals(id(shown)))
                .findFirst()
                .orElseThrow();
        assertThat(twin.path("description").asString()).doesNotContain("13800001111");
        assertThat(twin.path("stage").path("name").asString()).isEqualTo("核查中");
        moved(shown, "990102001001");
        assertThat(json(reviewer().get("/cases/" + id(fresh) + "/candidates"), 200)
                        .path("items")
                        .findValuesAsString("description"))
                .contains("公交站旁的垃圾堆了三天，电话13800001111");
    }

    private void moved(JsonNode made, String area) {
        assertThat(now(database.sql("update casework.case_file set area = :area where number = :number")
                        .bind("area", area)
                        .bind("number", made.path("number").asString())
                        .fetch()
                        .rowsUpdated()))
                .isEqualTo(1);
    }

    @Test
    void whoSupportsACaseFollowsTheOneItIsMergedInto() {
        Town.Person supporter = town.citizen();
        JsonNode made = accepted(town.citizen(), "垃圾满溢", 0);
        expect(supporter.put("/cases/" + id(made) + "/support"), 200);
        JsonNode back = town.staff(Role.VERIFIER, Town.DISTRICT).step(made, "refute", Map.of("reason", "和另一件是同一处"));
        assertThat(supporter.see(back).path("supported").asBoolean()).isTrue();
        JsonNode kept = reported(town.citizen(), "垃圾满溢", 0);
        JsonNode merged = reviewer().step(back, "merge", Map.of("into", id(kept)));

        assertThat(supporter.see(kept).path("supported").asBoolean()).isTrue();
        expect(reviewer().tryStep(kept, "accept", Map.of()), 200);
        assertThat(told(kept, "case.followed")).containsExactly(supporter.actor.person());
        expect(reviewer().tryStep(merged, "unmerge", Map.of("reason", "不是同一处")), 200);
        assertThat(supporter.see(kept).path("supported").asBoolean()).isFalse();
    }

    @Test
    void alikePicturesMakeATwinMoreLikely() {
        double north = somewhere();
        Town.Person one = town.citizen();
        JsonNode pictured = json(one.tryReport(with(body("堆物", north + 0.0010), one.upload("landscape_8.jpg"))), 201);
        JsonNode unlike = json(one.tryReport(with(body("堆物", north + 0.0009), one.upload("DSCN0010.jpg"))), 201);
        Town.Person other = town.citizen();
        JsonNode fresh = json(other.tryReport(with(body("杂物", north), other.upload("landscape_8.jpg"))), 201);

        JsonNode items =
                json(reviewer().get("/cases/" + id(fresh) + "/candidates"), 200).path("items");
        assertThat(items.findValuesAsString("id")).startsWith(id(pictured), id(unlike));
        assertThat(items.get(0).path("picture").asDouble()).isEqualTo(1);
    }

    @Test
    void aMergeIsUndoneAndTheReporterIsTold() {
        JsonNode kept = reported(town.citizen(), "垃圾满溢", 0);
        Town.Person citizen = town.citizen();
        JsonNode made = reported(citizen, "垃圾满溢", 0);
        JsonNode merged = reviewer().step(made, "merge", Map.of("into", id(kept)));

        JsonNode apart = reviewer().step(merged, "unmerge", Map.of("reason", "不是同一处"));

        assertThat(stage(apart)).isEqualTo("in-review");
        assertThat(apart.has("mergedInto")).isFalse();
        assertThat(told(made, "case.unmerged")).containsExactly(citizen.actor.person());
        expect(reviewer().tryStep(apart, "accept", Map.of()), 200);
        assertThat(told(kept, "case.accepted")).doesNotContain(citizen.actor.person());
    }

    private Town.Person reviewer() {
        return town.staff(Role.REVIEWER, Town.DISTRICT);
    }

    private JsonNode reported(Town.Person by, String words, double north) {
        return json(by.tryReport(body(words, north)), 201);
    }

    private JsonNode accepted(Town.Person by, String words, double north) {
        return reviewer().step(reported(by, words, north), "accept");
    }

    private static Map<String, Object> body(String words, double north) {
        Map<String, Object> body = Town.report("exposed-garbage", words);
        body.put(
                "place",
                Map.of(
                        "longitude",
                        Town.EAST,
                        "latitude",
                        north == 0 ? Town.NORTH : north,
                        "datum",
                        "WGS84",
                        "address",
                        "桂花路"));
        return body;
    }

    private static Map<String, Object> with(Map<String, Object> body, String photo) {
        body.put("photos", List.of(photo));
        return body;
    }

    /** A place nobody else reports from: half a kilometre farther for each who asks. */
    private static double somewhere() {
        int nth = PLACES.getAndIncrement();
        return Town.NORTH + (nth < 4 ? nth - 4 : nth - 3) * 0.005;
    }

    private static List<String> found(Town.Person by, String words) {
        return json(by.get("/cases/search?limit=100&words=" + words), 200)
                .path("items")
                .findValuesAsString("id");
    }

    private List<String> similar(String type, double north) {
        return json(
                        town.anybody("/cases/similar?type=" + type + "&longitude=" + Town.EAST + "&latitude=" + north
                                + "&datum=WGS84"),
                        200)
                .path("items")
                .findValuesAsString("id");
    }

    private List<Id> told(JsonNode about, String template) {
        return town.told(about).stream()
                .filter(notice -> notice.template().equals(template))
                .map(Notice::audience)
                .flatMap(audience -> ((Audience.Persons) audience).persons().stream())
                .toList();
    }
}
