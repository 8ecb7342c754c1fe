package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What the public does not get to read, and the handler does not get to know. */
@CaseworkTest
final class PrivacyTest {

    @Autowired
    private Town town;

    @Autowired
    private DatabaseClient database;

    @ParameterizedTest
    @CsvSource({
        "我是三栋的，电话13812345678，麻烦快点,我是三栋的，电话***，麻烦快点",
        "联系人李女士 138-1234-5678 谢谢,联系人李女士 *** 谢谢",
        "打我手机+86 138 1234 5678,打我手机***",
        "电话１３８１２３４５６７８,电话***",
        "座机0571-88881234 转8001,座机*** 转8001",
        "拨打(0571)88881234没人接,拨打***没人接",
        "我的身份证33010219900307123X请核实,我的身份证***请核实",
        "身份证号 330102199003071234,身份证号 ***",
        "有辆浙A12345的车堵在这里,有辆***的车堵在这里",
        "有辆浙Ａ１２３４５的车堵在这里,有辆***的车堵在这里",
        "新能源车浙AD12345占着消防通道,新能源车***占着消防通道",
        "渣土车浙A·8T52挂天天漏土,渣土车***天天漏土",
        "发邮件到 zhang.san@example.com.cn 给我,发邮件到 *** 给我",
        "加微信：zhangsan_88 发你视频,加微信：*** 发你视频",
        "小广告写着vx abc123456 办证,小广告写着vx *** 办证",
        "QQ群：123456789 里有人发,QQ群：*** 里有人发",
        "我电话是幺三八零零幺三八零零零,我电话是***",
        "卡号 6222 0212 3456 7890 123 被贴出来,卡号 *** 被贴出来"
    })
    void numbersByWhichSomebodyCouldBeFoundAreMasked(String written, String read) {
        assertThat(masked(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "3号楼2单元501室门口垃圾堆了15天",
        "2026年11月23日早上8:30发现的，已经超过100000平方米",
        "请看案件 990102-20261123-0007 还没处理",
        "路灯编号LD-2041不亮，12345热线也打过",
        "京东快递柜倒了，A座和B座都有",
        "离青石大道1500米，桥下水深0.5米",
        "微信群里都在说这件事"
    })
    void whatFindsNobodyStays(String written) {
        assertThat(masked(written)).isEqualTo(written);
    }

    private String masked(String words) {
        return now(database.sql("select casework.masked(:words)")
                .bind("words", words)
                .mapValue(String.class)
                .one());
    }

    @Test
    void thePublicReadsTheMaskedWordsAndStaffAndReporterTheOriginal() {
        Town.Person citizen = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        String words = "墨香巷口垃圾成堆，我电话13987654321，车牌浙B54321";
        JsonNode made = accepted(citizen, reviewer, words, "墨香巷 3 号 王师傅13987654321");

        JsonNode shown = json(town.anybody("/cases/" + id(made)), 200);
        assertThat(shown.path("description").asString()).isEqualTo("墨香巷口垃圾成堆，我电话***，车牌***");
        assertThat(shown.path("place").path("address").asString()).isEqualTo("墨香巷 3 号 王师傅***");
        assertThat(shown.has("shown")).isFalse();
        assertThat(citizen.see(made).path("description").asString()).isEqualTo(words);
        JsonNode forStaff = reviewer.see(made);
        assertThat(forStaff.path("description").asString()).isEqualTo(words);
        assertThat(forStaff.path("shown").path("description").asString())
                .contains("***")
                .doesNotContain("139");

        assertThat(ids(town.search("墨香巷口垃圾"))).contains(id(made));
        assertThat(ids(town.search("13987654321"))).doesNotContain(id(made));
        assertThat(ids(town.search("54321"))).doesNotContain(id(made));
        assertThat(ids(json(reviewer.get("/cases/search?words=13987654321"), 200)))
                .contains(id(made));
    }

    @Test
    void thePublicReadsWhyACaseWasReturnedAndNotWhyItsReporterWasAskedForMore() {
        Town.Person citizen = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode made = json(citizen.tryReport(Town.report("exposed-garbage", "听雨桥边有垃圾")), 201);
        JsonNode back = reviewer.step(made, "send-back", Map.of("reason", "请补一张照片"));
        JsonNode again = citizen.step(back, "supplement", Map.of("description", "桥洞下面"));
        JsonNode accepted = reviewer.step(again, "accept");
        JsonNode dispatched = town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
        expect(
                town.officer("sanitation").tryStep(dispatched, "return", Map.of("reason", "属河道段，请联系王工13812345678")),
                200);

        List<String> all = reasons(json(town.anybody("/cases/" + id(made)), 200));
        List<String> staff = reasons(reviewer.see(made));

        assertThat(all).containsExactly("属河道段，请联系王工***");
        assertThat(staff).containsExactly("请补一张照片", "属河道段，请联系王工13812345678");
    }

    private static List<String> reasons(JsonNode seen) {
        return seen.path("timeline").findValuesAsString("reason");
    }

    @Test
    void whoClaimsACaseReadsWhatThePublicReads() {
        Town.Person citizen = town.citizen();
        Town.Person neighbour = town.citizen();
        Map<String, Object> body = new HashMap<>(Town.report("illegal-stickers", "电线杆上都是，问我13987654321"));
        body.put(
                "place",
                Map.of(
                        "longitude",
                        Town.EAST,
                        "latitude",
                        Town.NORTH,
                        "datum",
                        "WGS84",
                        "address",
                        "墨香巷 王师傅13987654321"));
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(json(citizen.tryReport(body), 201), "accept");
        JsonNode offered = town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");

        JsonNode claimed = neighbour.step(offered, "claim");

        assertThat(claimed.path("held").asBoolean()).isTrue();
        assertThat(claimed.path("description").asString()).isEqualTo("电线杆上都是，问我***");
        assertThat(claimed.path("place").path("address").asString()).isEqualTo("墨香巷 王师傅***");
        assertThat(json(neighbour.get("/claims/mine"), 200)
                        .path("items")
                        .get(0)
                        .path("description")
                        .asString())
                .isEqualTo("电线杆上都是，问我***");
    }

    @Test
    void whatIsAnsweredInWordsIsMaskedForThePublicToo() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Map<String, Object> body = new HashMap<>(Town.report("broken-street-lamp", "路灯不亮"));
        body.put("answers", Map.of("lamp-number", "找王师傅13987654321"));
        JsonNode made = reviewer.step(json(town.citizen().tryReport(body), 201), "accept");

        assertThat(json(town.anybody("/cases/" + id(made)), 200)
                        .path("answers")
                        .get(0)
                        .path("value")
                        .asString())
                .isEqualTo("找王师傅***");
        assertThat(reviewer.see(made).path("answers").get(0).path("value").asString())
                .isEqualTo("找王师傅13987654321");
    }

    @Test
    void noNumberOfAnAddressReachesThePublicOrFollowersByOtherWords() {
        Town.Person citizen = town.citizen();
        Town.Person neighbour = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode made = accepted(citizen, reviewer, "垃圾成堆", "墨香巷 3 号 王师傅13987654321");
        expect(neighbour.put("/cases/" + id(made) + "/support"), 200);
        Town.Person officer = town.officer("sanitation");

        JsonNode signed = officer.step(town.staff(Role.VERIFIER, Town.DISTRICT).step(made, "confirm"), "sign");
        JsonNode finished =
                officer.step(signed, "finish", Map.of("photos", List.of(officer.upload("landscape_8.jpg"))));
        JsonNode closed = town.staff(Role.VERIFIER, Town.DISTRICT).step(finished, "pass");

        assertThat(json(town.anybody("/cases/" + id(closed)), 200)
                        .path("answer")
                        .asString())
                .contains("墨香巷 3 号 王师傅***")
                .doesNotContain("139");
        assertThat(town.told(made))
                .filteredOn(notice -> notice.audience() instanceof Audience.Persons)
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        notice -> assertThat(notice.parameters().values()).noneMatch(value -> value.contains("139")));
    }

    @Test
    void aReporterHiddenFromTheUnitIsNotShownToItsReviewersWhenTheyCallBack() {
        Town.Person citizen = town.citizen();
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", "举报单位自己倒垃圾"));
        body.put("hiddenFromHandlers", true);
        Town.Person officer = town.officer("sanitation");
        JsonNode dispatched = town.staff(Role.VERIFIER, Town.DISTRICT)
                .step(
                        town.staff(Role.REVIEWER, Town.DISTRICT).step(json(citizen.tryReport(body), 201), "accept"),
                        "confirm");
        JsonNode finished = officer.step(
                officer.step(dispatched, "sign"),
                "finish",
                Map.of("photos", List.of(officer.upload("landscape_8.jpg"))));
        JsonNode closed = town.staff(Role.VERIFIER, Town.DISTRICT).step(finished, "pass");
        assertThat(now(database.sql("update casework.closing set callback = 'DRAWN' where case_id = :id")
                        .bind("id", Id.parse(id(closed)).value())
                        .fetch()
                        .rowsUpdated()))
                .isEqualTo(1);

        expect(town.staff(Role.REVIEWER, Town.DISTRICT).get("/tasks/" + id(closed) + "/call"), 200);
        expect(
                town.person(Town.DISTRICT, town.unit("sanitation").id(), Role.REVIEWER, Role.OFFICER)
                        .get("/tasks/" + id(closed) + "/call"),
                404);
    }

    @Test
    void aReviewerRewritesWhatThePublicReadsAndMayTakeItBack() {
        Town.Person citizen = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode made = accepted(citizen, reviewer, "鹤鸣里二楼张建国家天天往楼下扔垃圾", "鹤鸣里");
        String path = "/cases/" + id(made) + "/public-text";

        JsonNode edited = json(reviewer.put(path, Map.of("description", "鹤鸣里有住户高空抛物，联系13811112222")), 200);
        assertThat(edited.path("shown").path("edited").asBoolean()).isTrue();
        JsonNode shown = json(town.anybody("/cases/" + id(made)), 200);
        assertThat(shown.path("description").asString()).isEqualTo("鹤鸣里有住户高空抛物，联系***");
        assertThat(ids(town.search("张建国"))).doesNotContain(id(made));
        assertThat(ids(town.search("高空抛物"))).contains(id(made));
        assertThat(citizen.see(made).path("description").asString()).contains("张建国");

        assertThat(json(reviewer.put(path, Map.of()), 200)
                        .path("shown")
                        .path("edited")
                        .asBoolean())
                .isFalse();
        assertThat(json(town.anybody("/cases/" + id(made)), 200)
                        .path("description")
                        .asString())
                .contains("张建国");
        expect(citizen.put(path, Map.of("description", "别的")), 403);
        expect(town.staff(Role.REVIEWER, "990103").put(path, Map.of("description", "别的")), 422);
        expect(reviewer.put(path, Map.of("description", "长".repeat(1_001))), 400);
    }

    @Test
    void whoHidesFromTheHandlerIsKnownToReviewersAndNotToTheUnit() {
        Town.Person citizen = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person officer = town.officer("sanitation");
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", "举报单位自己倒垃圾"));
        body.put("hiddenFromHandlers", true);
        JsonNode made = json(citizen.tryReport(body), 201);
        JsonNode dispatched = town.staff(Role.VERIFIER, Town.DISTRICT).step(reviewer.step(made, "accept"), "confirm");
        assertThat(dispatched.path("unit").path("code").asString()).isEqualTo("sanitation");

        JsonNode forOfficer = officer.see(made);
        assertThat(forOfficer.path("shown").path("hiddenFromHandlers").asBoolean())
                .isTrue();
        assertThat(forOfficer.has("reporter")).isFalse();
        expect(officer.get("/cases/" + id(made) + "/contact"), 403);
        JsonNode contact = json(reviewer.get("/cases/" + id(made) + "/contact"), 200);
        assertThat(contact.path("byWeChat").isBoolean()).isTrue();
    }

    @Test
    void aPhotoOfACaseIsCoveredByStaffOfItsAreaOnly() {
        Town.Person citizen = town.citizen();
        Town.Person verifier = town.staff(Role.VERIFIER, Town.DISTRICT);
        String photo = citizen.upload("portrait_6.jpg");
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", "照片里有人脸"));
        body.put("photos", List.of(photo));
        JsonNode made = json(citizen.tryReport(body), 201);
        String path = "/cases/" + id(made) + "/photos/" + photo + "/redactions";
        Map<String, Object> regions =
                Map.of("regions", List.of(Map.of("x", 0.1, "y", 0.1, "width", 0.4, "height", 0.4)));

        String before = picture(verifier.see(made));
        JsonNode covered = json(verifier.put(path, regions), 200);
        assertThat(picture(covered)).isNotEqualTo(before);
        assertThat(json(verifier.get(path), 200).path("regions")).hasSize(1);
        expect(citizen.put(path, regions), 403);
        expect(town.staff(Role.VERIFIER, "990103").put(path, regions), 404);
        expect(verifier.put("/cases/" + id(made) + "/photos/" + Town.anId() + "/redactions", regions), 404);
        expect(verifier.put(path, Map.of()), 400);
        expect(
                verifier.put(path, Map.of("regions", List.of(Map.of("x", 0.9, "y", 0, "width", 0.4, "height", 0.1)))),
                400);
    }

    private static String picture(JsonNode seen) {
        return seen.path("photos").get(0).path("picture").asString().replaceAll("\\?.*", "");
    }

    private JsonNode accepted(Town.Person citizen, Town.Person reviewer, String words, String address) {
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", words));
        body.put("place", Map.of("longitude", Town.EAST, "latitude", Town.NORTH, "datum", "WGS84", "address", address));
        return reviewer.step(json(citizen.tryReport(body), 201), "accept");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsString("id");
    }
}
