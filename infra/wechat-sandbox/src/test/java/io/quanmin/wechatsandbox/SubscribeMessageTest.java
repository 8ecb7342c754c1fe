package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.message.Field;
import io.quanmin.wechatsandbox.message.Template;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SubscribeMessageTest extends SandboxTest {

    private static final String PATH = "/cgi-bin/message/subscribe/send";

    @Test
    void anAcceptedTemplateIsDeliveredOnceWithA64BitMsgid() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");

        JsonNode first = send("u01", "tmpl-accepted", good());
        JsonNode second = send("u01", "tmpl-accepted", good());

        assertThat(first.path("msgid").asLong()).isGreaterThan(1L << 53);
        assertThat(errcode(second)).isEqualTo(43101);
        Delivery delivery = sandbox.outbox().of("u01").getFirst();
        assertThat(delivery.msgId()).isEqualTo(first.path("msgid").asLong());
        assertThat(delivery.title()).isEqualTo("受理通知");
        assertThat(delivery.page()).isEqualTo("pages/case/case?id=17");
        assertThat(delivery.lines()).containsEntry("状态", "已受理").containsEntry("备注", "请留意后续进展");
        assertThat(sandbox.outbox().of("u01")).hasSize(1);
    }

    @Test
    void acceptancesAddUp() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        sandbox.act().acceptSubscription("u01", "tmpl-accepted", "tmpl-closed");

        assertThat(sandbox.ledger().left("u01", "tmpl-accepted")).isEqualTo(2);
        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isZero();
        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isZero();
        assertThat(sandbox.ledger().left("u01", "tmpl-accepted")).isZero();
        assertThat(sandbox.ledger().left("u01", "tmpl-closed")).isEqualTo(1);
    }

    @Test
    void whoNeverAcceptedOrRefusedGetsNothing() {
        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isEqualTo(43101);
        sandbox.act().rejectSubscription("u01", "tmpl-accepted");
        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isEqualTo(43101);
        assertThat(sandbox.outbox().all()).isEmpty();
    }

    @Test
    void switchingATemplateOffTakesAllPermissionsAway() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        sandbox.act().switchOff("u01", "tmpl-accepted");

        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isEqualTo(43101);
    }

    @Test
    void aUserWithTheMainSwitchOffGetsNothingAndKeepsThePermission() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        sandbox.users().change("u01", person -> person.messagesOn(false));

        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isEqualTo(43101);
        assertThat(sandbox.ledger().left("u01", "tmpl-accepted")).isEqualTo(1);
    }

    @Test
    void aLongTermTemplateIsAcceptedOnceAndSentOften() {
        sandbox.templates().add(Template.longTerm("long", "进度通知", Field.of("thing1", "事项")));
        sandbox.act().acceptSubscription("u01", "long");
        Map<String, Object> data = Map.of("thing1", Map.of("value", "路灯修复"));

        assertThat(errcode(send("u01", "long", data))).isZero();
        assertThat(errcode(send("u01", "long", data))).isZero();
    }

    @Test
    void onlyTheFirstBadFieldIsNamed() {
        Map<String, Object> data = good();
        data.put("thing2", Map.of("value", "一二三四五六七八九十一二三四五六七八九十一"));
        data.put("phrase3", Map.of("value", "not hanzi"));

        JsonNode answer = send("u01", "tmpl-accepted", data);

        assertThat(errcode(answer)).isEqualTo(47003);
        assertThat(errmsg(answer)).startsWith("argument invalid! data.thing2.value invalid rid: ");
    }

    @Test
    void aMissingFieldIsCalledEmpty() {
        Map<String, Object> data = good();
        data.remove("time4");

        assertThat(errmsg(send("u01", "tmpl-accepted", data)))
                .startsWith("argument invalid! data.time4.value is empty rid: ");
    }

    @Test
    void dataAsATextAndKeysWithDataInThemAreEmpty() {
        Map<String, Object> dotted = new LinkedHashMap<>();
        good().forEach((key, value) -> dotted.put(key + ".DATA", value));

        assertThat(errmsg(send("u01", "tmpl-accepted", "{\"thing2\":{\"value\":\"x\"}}")))
                .startsWith("argument invalid! data.character_string1.value is empty");
        assertThat(errmsg(send("u01", "tmpl-accepted", dotted)))
                .startsWith("argument invalid! data.character_string1.value is empty");
    }

    @Test
    void aBodyInAnotherCharsetFailsAtThePhrase() {
        byte[] body = body("u01", "tmpl-accepted", good()).getBytes(Charset.forName("GBK"));

        var answer = backend.send("POST", PATH + "?access_token=" + backend.token(), body);

        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("47003", "data.phrase3.value invalid");
    }

    @Test
    void fieldNumbersThatChangedFailThoughNothingElseDid() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        sandbox.templates().add(Template.oneTime("tmpl-accepted", "受理通知", Field.of("thing9", "问题类型")));

        assertThat(errmsg(send("u01", "tmpl-accepted", good()))).contains("data.thing9.value is empty");
    }

    @Test
    void anUnknownUserOrTemplateIsRefused() {
        String foreign = backend.serviceOpenid("u01");

        assertThat(errcode(post(Map.of("touser", foreign, "template_id", "tmpl-accepted", "data", good()))))
                .isEqualTo(40003);
        assertThat(errcode(send("u01", "tmpl-duty", good()))).isEqualTo(40037);
        assertThat(errcode(send("u01", "none", good()))).isEqualTo(40037);
    }

    @Test
    void aBannedTemplateAndASensitiveWordAreRefusedWithoutUsingUpThePermission() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted");
        sandbox.templates().ban("tmpl-accepted");
        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isEqualTo(43107);
        sandbox.templates().unban("tmpl-accepted");
        sandbox.sending().addSensitiveWord("路灯");
        assertThat(errcode(send("u01", "tmpl-accepted", good()))).isEqualTo(45168);

        assertThat(sandbox.ledger().left("u01", "tmpl-accepted")).isEqualTo(1);
    }

    @Test
    void ofTwoSendsToOneUserAtATimeOneIsRefusedButNotOfTwoUsers() {
        sandbox.act().acceptSubscription("u01", "tmpl-accepted", "tmpl-closed");
        sandbox.act().acceptSubscription("u02", "tmpl-accepted");
        sandbox.sending().processing(Duration.ofSeconds(1));
        String token = backend.token();

        List<Integer> codes = Stream.of(
                        Map.entry("u01", "tmpl-accepted"),
                        Map.entry("u01", "tmpl-closed"),
                        Map.entry("u02", "tmpl-accepted"))
                .map(send -> CompletableFuture.supplyAsync(
                        () -> errcode(backend.post(
                                PATH + "?access_token=" + token, body(send.getKey(), send.getValue(), good()))),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(codes).containsExactlyInAnyOrder(0, 0, 43108);
        assertThat(codes.get(2)).isZero();
    }

    @Test
    void theServiceAccountsTokenIsNotForSubscribeMessages() {
        assertThat(errcode(backend.post(PATH, backend.serviceToken(), Map.of())))
                .isEqualTo(48001);
    }

    @Test
    void thePopupRefusesWhatTheClientApiRefuses() {
        sandbox.templates().add(Template.longTerm("long", "进度通知", Field.of("thing1", "事项")));

        assertThat(refusal(Map.of("none", "accept"))).isEqualTo(20001);
        assertThat(refusal(Map.of("tmpl-accepted", "accept", "long", "accept"))).isEqualTo(20002);
        assertThat(refusal(Map.of("1", "a", "2", "a", "3", "a", "4", "a", "5", "a", "6", "a")))
                .isEqualTo(20003);
        sandbox.users().change("u01", person -> person.messagesOn(false));
        assertThat(refusal(Map.of("tmpl-accepted", "accept"))).isEqualTo(20004);
    }

    @Test
    void aBannedTemplateEndsThePopupWithBan() {
        sandbox.templates().ban("tmpl-accepted");

        assertThat(sandbox.act().answerSubscription("u01", Map.of("tmpl-accepted", "accept")))
                .containsEntry("tmpl-accepted", "ban");
        assertThatThrownBy(() -> sandbox.act().acceptSubscription("u01", "tmpl-accepted"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTemplateListShowsTheKeysToCheckAgainst() {
        JsonNode list = backend.get("/wxaapi/newtmpl/gettemplate?access_token=" + backend.token());

        JsonNode first = list.path("data").get(0);
        assertThat(first.path("priTmplId").asString()).isEqualTo("tmpl-accepted");
        assertThat(first.path("type").asInt()).isEqualTo(2);
        assertThat(first.path("content").asString())
                .startsWith("案件编号:{{character_string1.DATA}}\n问题类型:{{thing2.DATA}}\n");
    }

    private int refusal(Map<String, String> answers) {
        try {
            return sandbox.act().answerSubscription("u01", answers).size() - 1_000;
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private JsonNode send(String userId, String template, Object data) {
        return backend.post(PATH + "?access_token=" + backend.token(), body(userId, template, data));
    }

    private JsonNode post(Map<String, ?> body) {
        return backend.post(PATH, backend.token(), body);
    }

    private String body(String userId, String template, Object data) {
        return io.quanmin.wechatsandbox.base.Json.MAPPER.writeValueAsString(Map.of(
                "touser",
                backend.openid(userId),
                "template_id",
                template,
                "page",
                "pages/case/case?id=17",
                "data",
                data));
    }

    static Map<String, Object> good() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("character_string1", Map.of("value", "QM20261123-000017"));
        data.put("thing2", Map.of("value", "路灯不亮"));
        data.put("phrase3", Map.of("value", "已受理"));
        data.put("time4", Map.of("value", "2026-11-23 15:01"));
        data.put("thing5", Map.of("value", "请留意后续进展"));
        return data;
    }
}
