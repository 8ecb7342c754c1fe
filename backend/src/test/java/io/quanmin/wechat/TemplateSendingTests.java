package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.http.Fault;
import io.quanmin.wechatsandbox.message.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class TemplateSendingTests {

    private static final String SEND = "/cgi-bin/message/template/send";

    private final WeChatCity city = WeChatCity.open();
    private final WeChatCity.Node node = city.node();

    @AfterEach
    void close() {
        node.close();
        city.close();
    }

    private SendOutcome send(TemplateMessage message) {
        return send(node, message);
    }

    private static SendOutcome send(WeChatCity.Node through, TemplateMessage message) {
        return Objects.requireNonNull(through.weChat.send(message).block(WeChatCity.PATIENCE));
    }

    @Test
    void anOfficerWhoFollowsGetsTheTaskWithAWayIntoTheMiniProgram() {
        city.sandbox.act().follow(WeChatCity.OFFICER);
        SendOutcome outcome = send(Messages.toOfficer(city, "case-7-dispatched"));
        Delivery delivery = city.sandbox.outbox().of(WeChatCity.OFFICER).getFirst();
        assertThat(outcome).isEqualTo(new SendOutcome.Taken(String.valueOf(delivery.msgId())));
        assertThat(delivery.page()).isEqualTo("pages/task/detail?id=1");
        assertThat(delivery.lines()).containsEntry("地点", "青石路 7 号");
        assertThat(city.calls(SEND).getFirst().requestBody())
                .contains("\"appid\":\"" + city.sandbox.apps().mini().appid() + "\"");
    }

    @Test
    void anOfficerWhoDoesNotFollowIsToldByTheCode() {
        assertThat(send(Messages.toOfficer(city, "case-7-dispatched")))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class, it -> assertThat(it.code()).isEqualTo(43004));
    }

    @Test
    void aMessageRepeatedWithItsClientIdArrivesOnce() {
        city.sandbox.act().follow(WeChatCity.OFFICER);
        city.sandbox.faults().add(Fault.http(SEND, 502).afterTheWork().times(1));
        assertThat(send(Messages.toOfficer(city, "case-7"))).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(send(Messages.toOfficer(city, "case-7"))).isInstanceOf(SendOutcome.Taken.class);
        assertThat(city.sandbox.outbox().of(WeChatCity.OFFICER)).hasSize(1);
    }

    /** Case 28. */
    @Test
    void whatWeChatShowsToNobodyIsNotSent() {
        city.sandbox.act().follow(WeChatCity.OFFICER);
        TemplateMessage whole = Messages.toOfficer(city, "case-8");
        Map<String, String> data = new LinkedHashMap<>(whole.data());
        data.put("first", "您有新的任务");
        data.put("remark", "请点击查看");
        assertThat(send(new TemplateMessage(whole.openid(), whole.template(), whole.page(), data, whole.clientId())))
                .isInstanceOf(SendOutcome.Taken.class);
        assertThat(city.calls(SEND).getFirst().requestBody()).doesNotContain("first", "remark", "color");
    }

    @Test
    void aMessageWithoutAnAnswerIsUnknown() {
        city.sandbox.act().follow(WeChatCity.OFFICER);
        city.sandbox.faults().add(Fault.slow(SEND, WeChatCity.SLOW));
        try (WeChatCity.Node impatient = city.impatientNode()) {
            assertThat(send(impatient, Messages.toOfficer(city, "case-9"))).isInstanceOf(SendOutcome.Unknown.class);
        }
    }

    @Test
    void theAccountsTemplatesAndFollowersAreAskedForNotAssumed() {
        List<AccountTemplate> templates =
                Objects.requireNonNull(node.weChat.serviceTemplates().block(WeChatCity.PATIENCE));
        assertThat(templates)
                .containsExactly(new AccountTemplate(
                        "tmpl-duty", "待办提醒", List.of("character_string1", "thing2", "thing3", "time4", "thing5")));
        String officer = city.serviceOpenid(WeChatCity.OFFICER);
        StepVerifier.create(node.weChat.follower(officer))
                .assertNext(follower -> assertThat(follower.following()).isFalse())
                .verifyComplete();
        city.sandbox.act().follow(WeChatCity.OFFICER);
        StepVerifier.create(node.weChat.follower(officer))
                .assertNext(follower -> {
                    assertThat(follower.following()).isTrue();
                    assertThat(follower.unionid()).isEqualTo(miniUnionid());
                })
                .verifyComplete();
    }

    private String miniUnionid() {
        String code = city.sandbox.act().loginCode(WeChatCity.OFFICER);
        WeChatAccount account = Objects.requireNonNull(node.weChat.login(code).block(WeChatCity.PATIENCE));
        return Objects.requireNonNull(account.unionid());
    }
}
