package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.message.Field;
import io.quanmin.wechatsandbox.message.Sending;
import io.quanmin.wechatsandbox.message.Template;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TemplateMessageTest extends SandboxTest {

    @Test
    void aFollowerGetsTheMessageAndItsResultIsPushed() {
        sandbox.act().follow("u10");

        JsonNode answer = send(Map.of());

        sandbox.clock().advance(sandbox.sending().eventDelay());
        assertThat(sandbox.outbox().of("u10").getFirst().lines()).containsEntry("地点", "解放路18号");
        assertThat(finished(answer)).contains("<Status><![CDATA[success]]></Status>");
    }

    @Test
    void whoDoesNotFollowIsRefused() {
        assertThat(errcode(send(Map.of()))).isEqualTo(43004);
        sandbox.act().follow("u10");
        sandbox.act().unfollow("u10");
        assertThat(errcode(send(Map.of()))).isEqualTo(43004);
    }

    @Test
    void theSameClientMsgIdIsDeliveredOnceInTenMinutes() {
        sandbox.act().follow("u10");
        Map<String, Object> once = Map.of("client_msg_id", "case-17-dispatch");

        long first = send(once).path("msgid").asLong();
        sandbox.clock().advance(Duration.ofMinutes(9));
        long again = send(once).path("msgid").asLong();
        sandbox.clock().advance(Duration.ofMinutes(1));
        long later = send(once).path("msgid").asLong();

        assertThat(again).isEqualTo(first);
        assertThat(later).isNotEqualTo(first);
        assertThat(sandbox.outbox().of("u10")).hasSize(2);
    }

    @Test
    void firstAndRemarkAreSilentlyLeftOut() {
        sandbox.act().follow("u10");
        Map<String, Object> data = good();
        data.put("first", Map.of("value", "您好", "color", "#ff0000"));
        data.put("remark", Map.of("value", "谢谢"));

        assertThat(errcode(send(Map.of("data", data)))).isZero();
        assertThat(sandbox.outbox().of("u10").getFirst().lines())
                .hasSize(5)
                .doesNotContainValue("您好")
                .doesNotContainValue("谢谢");
    }

    @Test
    void typedFieldsAreCheckedAndUntypedOnesCut() {
        sandbox.act().follow("u10");
        Map<String, Object> data = good();
        data.put("thing3", Map.of("value", "一二三四五六七八九十一二三四五六七八九十一"));
        assertThat(errmsg(send(Map.of("data", data)))).startsWith("argument invalid! data.thing3.value invalid");

        sandbox.templates().add(Template.service("old", "旧模板", Field.of("keyword1", "内容")));
        String text = "一二三四五六七八九十一二三四五六七八九十一\n第二行";
        JsonNode sent = send(Map.of("template_id", "old", "data", Map.of("keyword1", Map.of("value", text))));
        assertThat(errcode(sent)).isZero();
        assertThat(sandbox.outbox().of("u10").getFirst().lines()).containsEntry("内容", "一二三四五六七八九十一二三四五六七八九十");
    }

    @Test
    void aBlockingUserIsAnsweredOkAndFailsInTheEvent() {
        sandbox.act().follow("u10");
        sandbox.users().change("u10", person -> person.blocksService(true));

        JsonNode answer = send(Map.of());

        sandbox.clock().advance(sandbox.sending().eventDelay());
        assertThat(errcode(answer)).isZero();
        assertThat(sandbox.outbox().of("u10")).isEmpty();
        assertThat(finished(answer)).contains("<Status><![CDATA[failed:user block]]></Status>");
    }

    @Test
    void otherFailuresComeByTheEventToo() {
        sandbox.act().follow("u10");
        sandbox.sending().templateOutcome(Sending.Outcome.FREQ_LIMIT);
        JsonNode limited = send(Map.of());
        sandbox.clock().advance(sandbox.sending().eventDelay());
        assertThat(finished(limited)).contains("failed:freq limit");

        sandbox.sending().templateOutcome(Sending.Outcome.SYSTEM_FAILED);
        JsonNode failed = send(Map.of());
        sandbox.clock().advance(sandbox.sending().eventDelay());
        assertThat(finished(failed)).contains("failed: system failed");
    }

    @Test
    void whereBothAreGivenTheMiniProgramWinsOverTheAddress() {
        sandbox.act().follow("u10");
        Map<String, Object> mini = Map.of("appid", sandbox.apps().mini().appid(), "pagepath", "pages/task/task?id=17");

        assertThat(errcode(send(Map.of("url", "https://example.org", "miniprogram", mini))))
                .isZero();
        assertThat(sandbox.outbox().of("u10").getFirst().page()).isEqualTo("pages/task/task?id=17");
    }

    @Test
    void theMiniProgramsTokenIsNotForTemplateMessages() {
        assertThat(errcode(backend.post("/cgi-bin/message/template/send", backend.token(), Map.of())))
                .isEqualTo(48001);
    }

    @Test
    void theTemplatesOfTheAccountAreListed() {
        JsonNode list =
                backend.get("/cgi-bin/template/get_all_private_template?access_token=" + backend.serviceToken());

        assertThat(list.path("template_list").get(0).path("template_id").asString())
                .isEqualTo("tmpl-duty");
        assertThat(list.path("template_list").get(0).path("content").asString()).contains("{{thing3.DATA}}");
    }

    @Test
    void uniformMessagesAreGone() {
        assertThat(errcode(backend.post("/cgi-bin/message/wxopen/template/uniform_send", backend.token(), Map.of())))
                .isEqualTo(45109);
    }

    /** The body of the result event of this send, decrypted. */
    private String finished(JsonNode answer) {
        String id = "<MsgID>" + answer.path("msgid").asLong() + "</MsgID>";
        Await.until(
                () -> sandbox.pushes().records().stream()
                        .anyMatch(push -> push.body().contains(id)),
                id);
        return sandbox.pushes().records().stream()
                .filter(push -> push.body().contains(id))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private JsonNode send(Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>();
        body.put("touser", backend.serviceOpenid("u10"));
        body.put("template_id", "tmpl-duty");
        body.put("data", good());
        body.putAll(changes);
        return backend.post("/cgi-bin/message/template/send", backend.serviceToken(), body);
    }

    private static Map<String, Object> good() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("character_string1", Map.of("value", "QM20261123-000017"));
        data.put("thing2", Map.of("value", "路灯不亮"));
        data.put("thing3", Map.of("value", "解放路18号"));
        data.put("time4", Map.of("value", "2026-11-24 18:00"));
        data.put("thing5", Map.of("value", "请及时签收"));
        return data;
    }
}
