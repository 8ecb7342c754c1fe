package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import io.quanmin.wechatsandbox.code.QrPicture;
import io.quanmin.wechatsandbox.http.Quotas;
import io.quanmin.wechatsandbox.push.PushFault;
import io.quanmin.wechatsandbox.screening.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScreeningTest extends SandboxTest {

    private static final String TEXT = "/wxa/msg_sec_check";
    private static final String MEDIA = "/wxa/media_check_async";

    @BeforeEach
    void letPushesBeReadable() {
        sandbox.apps().change(sandbox.apps().mini().withPush(PushMode.PLAIN, PushFormat.JSON));
        sandbox.act().visit("u01");
    }

    @Test
    void aHarmlessTextPasses() {
        JsonNode answer = check(Map.of());

        assertThat(answer.path("result").path("suggest").asString()).isEqualTo("pass");
        assertThat(answer.path("result").path("label").asInt()).isEqualTo(100);
        assertThat(answer.path("trace_id").asString()).matches("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
    }

    @Test
    void aRiskyTextIsAnsweredWithErrcodeZero() {
        JsonNode answer = check(Map.of("content", "这里有人赌博，还有混蛋"));

        assertThat(errcode(answer)).isZero();
        assertThat(answer.path("result").path("suggest").asString()).isEqualTo("risky");
        assertThat(answer.path("result").path("label").asInt()).isEqualTo(20006);
        assertThat(answer.path("detail").get(1).path("keyword").asString()).isEqualTo("赌博");
    }

    @Test
    void aDoubtfulWordInTheTitleAsksForAPerson() {
        JsonNode answer = check(Map.of("title", "加微信有优惠"));

        assertThat(answer.path("result").path("suggest").asString()).isEqualTo("review");
        assertThat(answer.path("result").path("label").asInt()).isEqualTo(10001);
    }

    @Test
    void theVersionMayBeATextOrANumber() {
        assertThat(check(Map.of("version", "2")).has("result")).isTrue();
        assertThat(check(Map.of("version", 2)).has("result")).isTrue();
    }

    @Test
    void theFirstVersionOnlySaysThatItIsRisky() {
        String token = backend.token();

        assertThat(errcode(backend.post(TEXT, token, Map.of("content", "赌博")))).isEqualTo(87014);
        assertThat(errcode(backend.post(TEXT, token, Map.of("content", "路灯")))).isZero();
    }

    @Test
    void twoHoursAfterTheLastVisitNothingCanBeChecked() {
        sandbox.clock().advance(Duration.ofHours(2));
        assertThat(errcode(check(Map.of()))).isZero();
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(errcode(check(Map.of()))).isEqualTo(61010);
        assertThat(errcode(media(Map.of()))).isEqualTo(61010);

        assertThat(errcode(backend.login(sandbox.act().loginCode("u01")))).isZero();
        assertThat(errcode(check(Map.of()))).isZero();
    }

    @Test
    void badArgumentsAreRefusedByTheirCodes() {
        assertThat(errcode(check(Map.of("scene", 5)))).isEqualTo(40129);
        assertThat(errcode(check(Map.of("openid", "nobody")))).isEqualTo(40003);
        assertThat(errcode(check(Map.of("content", "长".repeat(2_501))))).isEqualTo(45002);
        assertThat(errcode(check(Map.of("content", "长".repeat(2_500))))).isZero();
        assertThat(errcode(media(Map.of("media_type", 3)))).isEqualTo(40004);
    }

    @Test
    void aMinutesShareOfTextChecksIsRefusedWithItsOwnCode() {
        sandbox.quotas().limit(TEXT, new Quotas.Limit(100, 1, 44991));

        assertThat(errcode(check(Map.of()))).isZero();
        assertThat(errcode(check(Map.of()))).isEqualTo(44991);
    }

    @Test
    void aPictureIsReallyFetchedAndItsVerdictPushedLater() {
        callback.serve(QrPicture.jpeg("a picture", 280));
        sandbox.screening().media().next(Verdict.risky(20002));

        String trace = media(Map.of()).path("trace_id").asString();
        assertThat(callback.received()).isEmpty();
        sandbox.clock().advance(sandbox.screening().media().delay());

        JsonNode push = Json.MAPPER.readTree(callback.await(1).getFirst().body());
        assertThat(push.path("Event").asString()).isEqualTo("wxa_media_check");
        assertThat(push.path("trace_id").asString()).isEqualTo(trace);
        assertThat(push.path("result").path("suggest").asString()).isEqualTo("risky");
        assertThat(push.path("result").path("label").asInt()).isEqualTo(20002);
        assertThat(push.path("errcode").asInt()).isZero();
    }

    @Test
    void whatCannotBeFetchedOrIsNoPictureEndsWithMinus1008() {
        assertThat(pushedErrcode(Map.of("media_url", "http://127.0.0.1:1/none.jpg")))
                .isEqualTo(-1008);
        assertThat(pushedErrcode(Map.of())).isEqualTo(-1008);
        callback.serve("not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(pushedErrcode(Map.of())).isEqualTo(-1008);
    }

    @Test
    void plainHttpIsNotFetchedWhereOnlyHttpsIs() {
        callback.serve(QrPicture.jpeg("a picture", 280));
        sandbox.screening().media().httpsOnly(true);

        assertThat(pushedErrcode(Map.of())).isEqualTo(-1008);
    }

    @Test
    void labelsMayComeAsTextsWithoutAnErrcodeAtTheTop() {
        callback.serve(QrPicture.jpeg("a picture", 280));
        sandbox.screening().media().textLabels(true);
        JsonNode push = pushed(Map.of());

        assertThat(push.path("result").path("label").isString()).isTrue();
        assertThat(push.has("errcode")).isFalse();
    }

    @Test
    void theFirstVersionPushesItsOldShape() {
        callback.serve(QrPicture.jpeg("a picture", 280));
        JsonNode push = pushed(Map.of("version", 1));

        assertThat(push.has("isrisky")).isTrue();
        assertThat(push.has("status_code")).isTrue();
        assertThat(push.has("result")).isFalse();
    }

    @Test
    void aVerdictMayBeLostDoubledOrLate() {
        callback.serve(QrPicture.jpeg("a picture", 280));
        sandbox.pushes().faults().add(PushFault.lost("wxa_media_check").times(1));
        sandbox.pushes().faults().add(PushFault.doubled("wxa_media_check").times(1));
        sandbox.pushes()
                .faults()
                .add(PushFault.late("wxa_media_check", Duration.ofMinutes(40)).times(1));
        for (int pushes : List.of(1, 3, 4)) {
            assertThat(errcode(media(Map.of()))).isZero();
            sandbox.clock().advance(sandbox.screening().media().delay());
            Await.until(() -> sandbox.pushes().records().size() == pushes, "the verdict");
        }
        assertThat(callback.await(2)).hasSize(2);
        sandbox.clock().advance(Duration.ofMinutes(40));

        List<Callback.Received> all = callback.await(3);
        assertThat(traces(all.subList(0, 2))).hasSize(1);
        assertThat(traces(all)).hasSize(2);
    }

    private static List<String> traces(List<Callback.Received> pushes) {
        return pushes.stream()
                .map(push -> Json.MAPPER.readTree(push.body()).path("trace_id").asString())
                .distinct()
                .toList();
    }

    private int pushedErrcode(Map<String, Object> changes) {
        return pushed(changes).path("errcode").asInt();
    }

    private JsonNode pushed(Map<String, Object> changes) {
        int before = callback.received().size();
        assertThat(errcode(media(changes))).isZero();
        sandbox.clock().advance(sandbox.screening().media().delay());
        return Json.MAPPER.readTree(callback.await(before + 1).getLast().body());
    }

    private JsonNode check(Map<String, Object> changes) {
        Map<String, Object> body = common();
        body.put("content", "解放路路灯不亮");
        body.putAll(changes);
        return backend.post(TEXT, backend.token(), body);
    }

    private JsonNode media(Map<String, Object> changes) {
        Map<String, Object> body = common();
        body.put("media_url", callback.address() + "/photo.jpg");
        body.put("media_type", 2);
        body.putAll(changes);
        return backend.post(MEDIA, backend.token(), body);
    }

    private Map<String, Object> common() {
        Map<String, Object> body = new HashMap<>();
        body.put("version", 2);
        body.put("openid", backend.openid("u01"));
        body.put("scene", 3);
        return body;
    }
}
