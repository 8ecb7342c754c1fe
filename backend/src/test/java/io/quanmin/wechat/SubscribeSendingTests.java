package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.http.Fault;
import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.message.Field;
import io.quanmin.wechatsandbox.message.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class SubscribeSendingTests {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String ACCEPTED = "tmpl-accepted";
    private static final String CLOSED = "tmpl-closed";

    private final WeChatCity city = WeChatCity.open();
    private final WeChatCity.Node node = city.node();

    @AfterEach
    void close() {
        node.close();
        city.close();
    }

    private SubscribeMessage message(String template, Map<String, String> data) {
        return new SubscribeMessage(city.openid(WeChatCity.CITIZEN), template, "pages/case/detail?id=1", data);
    }

    private SendOutcome send(String template, Map<String, String> data) {
        return send(node, template, data);
    }

    private SendOutcome send(WeChatCity.Node through, String template, Map<String, String> data) {
        return Objects.requireNonNull(
                through.weChat.send(message(template, data)).block(WeChatCity.PATIENCE));
    }

    private void accept(String... templates) {
        city.sandbox.act().acceptSubscription(WeChatCity.CITIZEN, templates);
    }

    private static void refused(SendOutcome outcome, int code) {
        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Refused.class, it -> {
            assertThat(it.code()).isEqualTo(code);
            assertThat(it.rid()).matches("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
            assertThat(it.reason()).isNotBlank().doesNotContain("rid");
        });
    }

    /** Fact 5: the event that tells the result carries this id, all nineteen digits of it. */
    @Test
    void theMessagesIdIsKeptToItsLastDigit() {
        accept(ACCEPTED);
        SendOutcome outcome = send(ACCEPTED, Messages.data());
        Delivery delivery = city.sandbox.outbox().of(WeChatCity.CITIZEN).getFirst();
        assertThat(outcome).isEqualTo(new SendOutcome.Taken(String.valueOf(delivery.msgId())));
        assertThat(delivery.msgId()).isGreaterThan(1L << 53);
        assertThat(delivery.page()).isEqualTo("pages/case/detail?id=1");
    }

    /** Fact 6. */
    @Test
    void theStateAndTheLanguageAreAlwaysSaid() {
        accept(ACCEPTED);
        assertThat(send(ACCEPTED, Messages.data())).isInstanceOf(SendOutcome.Taken.class);
        assertThat(city.calls(SEND).getFirst().requestBody())
                .contains("\"miniprogram_state\":\"formal\"")
                .contains("\"lang\":\"zh_CN\"");
    }

    /** Case 11: "always allow" hides the popup; each tap still adds one message only. */
    @Test
    void oneAcceptanceIsGoodForOneMessage() {
        accept(ACCEPTED);
        assertThat(send(ACCEPTED, Messages.data())).isInstanceOf(SendOutcome.Taken.class);
        refused(send(ACCEPTED, Messages.data()), 43101);
    }

    /** Case 12: a template of its own for each stage. */
    @Test
    void acceptancesOfDifferentTemplatesDoNotUseEachOtherUp() {
        accept(ACCEPTED, CLOSED);
        assertThat(send(ACCEPTED, Messages.data())).isInstanceOf(SendOutcome.Taken.class);
        assertThat(send(CLOSED, Messages.data())).isInstanceOf(SendOutcome.Taken.class);
        refused(send(CLOSED, Messages.data()), 43101);
    }

    /** Cases 13, 17 and 18: too long, hanzi where none may be, a field under another number. */
    @Test
    void aFieldOutOfItsTypesBoundsIsRefusedAndNamed() {
        accept(ACCEPTED);
        SendOutcome tooLong = send(ACCEPTED, Messages.dataWith("thing2", "长".repeat(21)));
        refused(tooLong, 47003);
        assertThat(((SendOutcome.Refused) tooLong).reason()).contains("thing2");
        refused(send(ACCEPTED, Messages.dataWith("character_string1", "案件7号")), 47003);
        assertThat(city.sandbox.ledger().left(WeChatCity.CITIZEN, ACCEPTED)).isEqualTo(1);
    }

    /** Case 18: the account's own list says what the fields are now called. */
    @Test
    void aTemplateAddedAnewIsSeenWithItsNewFieldNumbers() {
        city.sandbox.templates().add(Template.oneTime(ACCEPTED, "受理通知", Field.of("thing9", "问题类型")));
        accept(ACCEPTED);
        SendOutcome outcome = send(ACCEPTED, Messages.data());
        refused(outcome, 47003);
        assertThat(((SendOutcome.Refused) outcome).reason()).contains("thing9").contains("is empty");
        List<AccountTemplate> templates =
                Objects.requireNonNull(node.weChat.subscribeTemplates().block(WeChatCity.PATIENCE));
        assertThat(templates).contains(new AccountTemplate(ACCEPTED, "受理通知", List.of("thing9")));
    }

    /** Case 14: an object of objects, never a JSON text inside the JSON. Case 15: plain keys. */
    @Test
    void theFieldsGoOutAsAnObjectUnderTheirPlainKeys() {
        accept(ACCEPTED);
        assertThat(send(ACCEPTED, Messages.data())).isInstanceOf(SendOutcome.Taken.class);
        assertThat(city.calls(SEND).getFirst().requestBody())
                .contains("\"data\":{\"character_string1\":{\"value\":\"9901-20261123-0007\"}")
                .doesNotContain(".DATA");
    }

    /** Case 16: whatever the machine's own charset is. */
    @Test
    void hanziArriveAsTheyWereWritten() {
        accept(ACCEPTED);
        assertThat(send(ACCEPTED, Messages.dataWith("thing2", "𠮷野路井盖🕳丢失"))).isInstanceOf(SendOutcome.Taken.class);
        assertThat(city.calls(SEND).getFirst().requestBody())
                .contains("𠮷野路井盖🕳丢失")
                .contains("已受理");
    }

    /** Case 19. */
    @Test
    void aSensitiveWordIsRefusedForGood() {
        accept(ACCEPTED);
        city.sandbox.sending().addSensitiveWord("敏感");
        refused(send(ACCEPTED, Messages.dataWith("thing5", "敏感小吃店")), 45168);
        assertThat(city.calls(SEND)).hasSize(1);
    }

    /** Case 20. */
    @Test
    void messagesToOnePersonGoOutOneAfterTheOther() {
        for (int i = 0; i < 8; i++) {
            accept(ACCEPTED);
        }
        List<SendOutcome> outcomes = Objects.requireNonNull(Flux.range(0, 8)
                .flatMap(i -> node.weChat.send(message(ACCEPTED, Messages.data())), 8)
                .collectList()
                .block(WeChatCity.PATIENCE));
        assertThat(outcomes).hasSize(8).allSatisfy(it -> assertThat(it).isInstanceOf(SendOutcome.Taken.class));
        assertThat(city.calls(SEND)).noneMatch(call -> call.errcode() == 43108);
    }

    @Test
    void aBannedTemplateIsRefusedForGood() {
        accept(ACCEPTED);
        city.sandbox.templates().ban(ACCEPTED);
        refused(send(ACCEPTED, Messages.data()), 43107);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 43108, 45009, 45011, 44990, 44991})
    void whatWeChatPutsOffMayBeTriedAgainLaterAndIsNotTriedAgainHere(int code) {
        accept(ACCEPTED);
        city.sandbox.faults().add(Fault.error(SEND, code));
        assertThat(send(ACCEPTED, Messages.data()))
                .isInstanceOfSatisfying(
                        SendOutcome.Later.class, it -> assertThat(it.code()).isEqualTo(code));
        assertThat(city.calls(SEND)).hasSize(1);
    }

    @Test
    void aMessageWithoutAnAnswerIsUnknownAndNotSentAgain() {
        accept(ACCEPTED);
        try (WeChatCity.Node impatient = city.impatientNode()) {
            city.sandbox.faults().add(Fault.slow(SEND, WeChatCity.SLOW));
            assertThat(send(impatient, ACCEPTED, Messages.data())).isInstanceOf(SendOutcome.Unknown.class);
        }
        assertThat(city.sandbox.outbox().of(WeChatCity.CITIZEN)).hasSize(1);
    }

    @Test
    void aGatewaysPageInsteadOfAnAnswerIsUnknownToo() {
        accept(ACCEPTED);
        city.sandbox.faults().add(Fault.http(SEND, 502).afterTheWork());
        assertThat(send(ACCEPTED, Messages.data())).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(city.calls(SEND)).hasSize(1);
    }

    @Test
    void aMessageForWhichNoTokenCouldBeHadCertainlyStayedHere() {
        accept(ACCEPTED);
        city.sandbox.faults().add(Fault.slow("/cgi-bin/stable_token", WeChatCity.SLOW));
        try (WeChatCity.Node impatient = city.node(city.settings(WeChatCity.calls(WeChatCity.IMPATIENT)))) {
            StepVerifier.create(impatient.weChat.send(message(ACCEPTED, Messages.data())))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
        }
        assertThat(city.calls(SEND)).isEmpty();
    }
}
