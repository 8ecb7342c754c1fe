package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import io.quanmin.wechatsandbox.push.PushFault;
import io.quanmin.wechatsandbox.push.PushRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PushTest extends SandboxTest {

    private static final String POPUP = "subscribe_msg_popup_event";

    @Test
    void aSecurePushShowsNothingButTheAccountAndTheEnvelope() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");

        Callback.Received push = callback.await(1).getFirst();
        JsonNode body = Json.MAPPER.readTree(push.body());
        assertThat(push.path()).isEqualTo("/wechat/callback/mini");
        assertThat(push.query())
                .containsKeys("signature", "timestamp", "nonce", "msg_signature")
                .containsEntry("encrypt_type", "aes")
                .containsEntry("openid", backend.openid("u01"));
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("ToUserName", "Encrypt");
    }

    @Test
    void aPlainPushIsReadableAndSigned() {
        plain(PushFormat.JSON);
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");

        Callback.Received push = callback.await(1).getFirst();
        JsonNode body = Json.MAPPER.readTree(push.body());
        assertThat(push.query()).doesNotContainKeys("encrypt_type", "msg_signature");
        assertThat(body.path("FromUserName").asString()).isEqualTo(backend.openid("u01"));
        assertThat(body.path("MsgType").asString()).isEqualTo("event");
        assertThat(body.path("CreateTime").isNumber()).isTrue();
    }

    @Test
    void aCompatiblePushCarriesBoth() {
        configure(PushMode.COMPATIBLE, PushFormat.JSON);
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");

        JsonNode body = Json.MAPPER.readTree(callback.await(1).getFirst().body());
        assertThat(body.path("Event").asString()).isEqualTo(POPUP);
        assertThat(body.has("Encrypt")).isTrue();
    }

    @Test
    void aListIsAnObjectForOneAndAnArrayForSeveral() {
        plain(PushFormat.JSON);
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        callbackList(1, list -> assertThat(list.path("TemplateId").asString()).isEqualTo("tmpl-accepted"));

        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("tmpl-accepted", "accept");
        answers.put("tmpl-closed", "reject");
        assertThat(sandbox.act().answerSubscription("u01", answers)).isEqualTo(answers);
        callbackList(2, list -> {
            assertThat(list.isArray()).isTrue();
            assertThat(list.get(1).path("SubscribeStatusString").asString()).isEqualTo("reject");
        });

        sandbox.pushes().quirks().arrayForSingleItems(true);
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        callbackList(3, list -> assertThat(list.isArray()).isTrue());
    }

    @Test
    void createTimeMayComeQuoted() {
        plain(PushFormat.JSON);
        sandbox.pushes().quirks().quoteCreateTime(true);
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");

        JsonNode body = Json.MAPPER.readTree(callback.await(1).getFirst().body());
        assertThat(body.path("CreateTime").isString()).isTrue();
    }

    @Test
    void anXmlPushWrapsItsListsByTheEventsName() {
        plain(PushFormat.XML);
        sandbox.act().switchOff("u01", "tmpl-accepted");

        assertThat(callback.await(1).getFirst().body())
                .startsWith("<xml><ToUserName><![CDATA[")
                .contains("<Event><![CDATA[subscribe_msg_change_event]]></Event>")
                .contains("<SubscribeMsgChangeEvent><List><TemplateId><![CDATA[tmpl-accepted]]></TemplateId>"
                        + "<SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString></List>"
                        + "</SubscribeMsgChangeEvent>");
    }

    @Test
    void theSentEventFollowsTheSendByItsDelay() {
        plain(PushFormat.JSON);
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        JsonNode sent = backend.post(
                "/cgi-bin/message/subscribe/send",
                backend.token(),
                Map.of(
                        "touser", backend.openid("u01"),
                        "template_id", "tmpl-accepted",
                        "data", SubscribeMessageTest.good()));
        assertThat(callback.await(1)).hasSize(1);
        sandbox.clock().advance(sandbox.sending().eventDelay());

        callbackList(2, list -> {
            assertThat(list.path("MsgID").asString())
                    .isEqualTo(sent.path("msgid").asString());
            assertThat(list.path("ErrorCode").asString()).isEqualTo("0");
            assertThat(list.path("ErrorStatus").asString()).isEqualTo("success");
        });
    }

    @Test
    void anAnswerWithoutSuccessIsTriedThreeTimes() {
        callback.answerWith(500);
        sandbox.act().follow("u10");

        awaitState(PushRecord.State.FAILED);
        assertThat(callback.received()).hasSize(3);
        assertThat(callback.received().stream()
                        .map(push -> push.query().get("nonce"))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void noAnswerInTimeIsTriedThreeTimes() {
        callback.holdAnswers();
        sandbox.act().follow("u10");

        awaitState(PushRecord.State.FAILED);
        assertThat(callback.received()).hasSize(3);
    }

    @Test
    void aLostPushNeverComesAndADoubledOneTwice() {
        sandbox.pushes().faults().add(PushFault.lost("subscribe").times(1));
        sandbox.pushes().faults().add(PushFault.doubled("unsubscribe").times(1));
        sandbox.act().follow("u10");
        sandbox.act().unfollow("u10");

        List<Callback.Received> pushes = callback.await(2);
        assertThat(sandbox.pushes().records().getLast().state()).isEqualTo(PushRecord.State.LOST);
        assertThat(sandbox.pushes().records()).hasSize(3);
        assertThat(pushes).hasSize(2);
    }

    @Test
    void aLatePushKeepsTheTimeItHappened() {
        plain(PushFormat.JSON);
        sandbox.pushes()
                .faults()
                .add(PushFault.late(POPUP, Duration.ofMinutes(20)).times(1));
        long happened = sandbox.clock().epochSecond();
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        assertThat(sandbox.pushes().records().getFirst().state()).isEqualTo(PushRecord.State.WAITING);
        sandbox.clock().advance(Duration.ofMinutes(20));

        JsonNode body = Json.MAPPER.readTree(callback.await(1).getFirst().body());
        assertThat(body.path("CreateTime").asLong()).isEqualTo(happened);
    }

    @Test
    void anOutOfOrderPushComesAfterTheNext() {
        AppSettings service = sandbox.apps().service();
        sandbox.apps().change(service.withPush(PushMode.PLAIN, PushFormat.XML));
        sandbox.pushes().faults().add(PushFault.outOfOrder("subscribe").times(1));
        sandbox.act().follow("u10");
        sandbox.act().unfollow("u10");

        List<Callback.Received> pushes = callback.await(2);
        assertThat(pushes.getFirst().body()).contains("<Event><![CDATA[unsubscribe]]></Event>");
        assertThat(pushes.getLast().body()).contains("<Event><![CDATA[subscribe]]></Event>");
    }

    @Test
    void theAddressIsVerifiedByItsEcho() {
        assertThat(sandbox.pushes().verify(sandbox.apps().mini().appid())).isTrue();
        callback.answerWith(500);
        assertThat(sandbox.pushes().verify(sandbox.apps().mini().appid())).isFalse();
    }

    private void plain(PushFormat format) {
        configure(PushMode.PLAIN, format);
    }

    private void configure(PushMode mode, PushFormat format) {
        AppSettings mini = sandbox.apps().mini();
        sandbox.apps().change(mini.withPush(mode, format));
    }

    private void callbackList(int count, java.util.function.Consumer<JsonNode> check) {
        check.accept(Json.MAPPER
                .readTree(callback.await(count).get(count - 1).body())
                .path("List"));
    }

    private void awaitState(PushRecord.State state) {
        Await.until(() -> sandbox.pushes().records().getFirst().state() == state, state.name());
    }
}
