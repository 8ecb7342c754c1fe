package io.quanmin.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notification.MessageDue;
import io.quanmin.notification.NotificationTest;
import io.quanmin.notification.PretendWeChat;
import io.quanmin.notification.Town;
import io.quanmin.notification.Town.Citizen;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.Outbox;
import io.quanmin.wechat.SendOutcome;
import io.quanmin.wechat.TemplateMessage;
import io.quanmin.wechat.WeChatAway;
import io.quanmin.wechat.WeChatEvent.SubscribeMessageSent;
import io.quanmin.wechat.WeChatEvent.TemplateMessageSent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@NotificationTest
class MessageTests {

    @Autowired
    private Town town;

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OnSubscribeMessageSent onSent;

    @Autowired
    private MessageTable messages;

    @Test
    void aCitizenWhoAllowedOneMessageGetsOne() {
        Citizen citizen = subscribed(1);
        told(citizen, "case.accepted");
        assertThat(wechat.subscribeMessages(citizen.openid())).singleElement().satisfies(message -> {
            assertThat(message.template()).isEqualTo("tmpl-accepted");
            assertThat(message.page()).startsWith("pages/case/case?id=");
            assertThat(message.data())
                    .containsEntry("character_string1", "9901-20261123-0007")
                    .containsEntry("thing2", "暴露垃圾")
                    .containsEntry("phrase3", "已受理")
                    .containsKeys("time4", "thing5");
        });
        assertThat(balance(citizen)).isZero();
        told(citizen, "case.accepted");
        assertThat(wechat.subscribeMessages(citizen.openid())).hasSize(1);
    }

    @Test
    void aStageThatWasNotAskedForIsNotTold() {
        Citizen citizen = subscribed(1);
        told(citizen, "case.closed");
        assertThat(wechat.subscribeMessages(citizen.openid())).isEmpty();
        assertThat(balance(citizen)).isEqualTo(1);
    }

    @Test
    void whomWeChatSaysRefusedHasNoneLeftWhateverWasCounted() {
        Citizen citizen = subscribed(3);
        wechat.answer(new SendOutcome.Refused(43101, "user refuse to accept the msg", "r"));
        told(citizen, "case.accepted");
        assertThat(balance(citizen)).isZero();
        assertThat(states(citizen, "REFUSED")).isEqualTo(1);
    }

    @Test
    void aBannedTemplateIsFrozenUntilThePersonAcceptsAgain() {
        Citizen citizen = subscribed(2);
        wechat.answer(new SendOutcome.Refused(43107, "banned", "r"));
        told(citizen, "case.accepted");
        assertThat(balance(citizen)).isZero();
        told(citizen, "case.accepted");
        assertThat(wechat.subscribeMessages(citizen.openid())).hasSize(1);
        accept(citizen, "popup-again");
        assertThat(balance(citizen)).isEqualTo(3);
    }

    @Test
    void anUnknownOutcomeIsNeverSentAgainAndSettledByWeChatsWord() {
        Citizen citizen = subscribed(1);
        wechat.answer(new SendOutcome.Unknown("no answer came"));
        told(citizen, "case.accepted");
        assertThat(states(citizen, "UNKNOWN")).isEqualTo(1);
        assertThat(balance(citizen)).isEqualTo(1);
        SubscribeMessageSent sent =
                new SubscribeMessageSent(citizen.openid(), "tmpl-accepted", "1988810812324364291", true, "success");
        Id event = town.something();
        onSent.handle(new Delivery<>(event, event, sent, Instant.now(), 1)).block();
        onSent.handle(new Delivery<>(event, event, sent, Instant.now(), 2)).block();
        assertThat(states(citizen, "DELIVERED")).isEqualTo(1);
        assertThat(balance(citizen)).isZero();
        assertThat(wechat.subscribeMessages(citizen.openid())).hasSize(1);
    }

    @Test
    void aMessageBegunByANodeThatDiedIsNotSentAgain() {
        Citizen citizen = subscribed(1);
        Id event = town.something();
        MessageKey key = new MessageKey(citizen.person(), event, MessageKey.Channel.SUBSCRIBE);
        assertThat(messages.begin(key, citizen.openid(), "tmpl-accepted", Instant.now())
                        .block())
                .isTrue();
        outbox.add(citizen.person(), due(citizen, event, "case.accepted")).block();
        await().until(() -> states(citizen, "UNKNOWN") == 1);
        assertThat(wechat.subscribeMessages(citizen.openid())).isEmpty();
    }

    @Test
    void whileWeChatIsAwayMessagesWaitAndTheInboxDoesNot() {
        Citizen citizen = subscribed(1);
        wechat.answer(() -> Mono.error(new WeChatAway(Duration.ofSeconds(1))));
        town.tell(town.something(), citizen, "case.accepted").block();
        await().until(() -> states(citizen, "LATER") == 1);
        assertThat(items(citizen)).isEqualTo(1);
        await().until(() -> {
            hurry();
            return states(citizen, "TAKEN") == 1;
        });
        assertThat(balance(citizen)).isZero();
    }

    @Test
    void anOfficialGetsATemplateMessageThatWeChatKnowsByItsId() {
        Citizen officer = official(true);
        told(officer, "case.dispatched");
        TemplateMessage message =
                wechat.templateMessages("service-" + officer.openid()).getFirst();
        assertThat(message.template()).isEqualTo("tmpl-duty");
        assertThat(message.clientId()).hasSize(32);
        assertThat(message.data()).containsEntry("thing3", "青石路 8 号").containsEntry("time4", "2026-11-24 18:00");
        assertThat(states(officer, "TAKEN")).isEqualTo(1);
    }

    @Test
    void aTemplateMessageOfUnknownEndIsRepeatedUnderTheSameId() {
        Citizen officer = official(true);
        wechat.answer(new SendOutcome.Unknown("no answer came"));
        town.tell(town.something(), officer, "case.dispatched").block();
        String service = "service-" + officer.openid();
        await().until(() -> wechat.templateMessages(service).size() == 1);
        await().until(() -> {
            hurry();
            return states(officer, "TAKEN") == 1;
        });
        assertThat(wechat.templateMessages(service))
                .hasSize(2)
                .extracting(TemplateMessage::clientId)
                .containsOnly(wechat.templateMessages(service).getFirst().clientId());
    }

    @Test
    void aTemplateMessageOfUnknownEndIsNotRepeatedOnceWeChatNoLongerKnowsIt() {
        Citizen officer = official(true);
        Id event = town.something();
        MessageKey key = new MessageKey(officer.person(), event, MessageKey.Channel.SERVICE);
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(11));
        assertThat(messages.begin(key, "service-" + officer.openid(), "tmpl-duty", longAgo)
                        .block())
                .isTrue();
        outbox.add(officer.person(), due(officer, event, "case.dispatched")).block();
        await().until(() -> states(officer, "UNKNOWN") == 1);
        assertThat(wechat.templateMessages("service-" + officer.openid())).isEmpty();
    }

    @Test
    void anOfficialWhoNoLongerFollowsIsShownAsSuchFromThenOn() {
        Citizen officer = official(true);
        wechat.answer(new SendOutcome.Refused(43004, "require subscribe", "r"));
        told(officer, "case.refused");
        assertThat(states(officer, "UNFOLLOWED")).isEqualTo(1);
        await().until(() ->
                town.count("select count(*) from identity.service_account where openid = 'service-%s' and not following"
                                .formatted(officer.openid()))
                        == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"case.dispatched", "case.returned", "case.refused", "case.danger"})
    void whatCallsForAnOfficialReachesThemByTemplateMessage(String template) {
        Citizen officer = official(true);
        told(officer, template);
        assertThat(wechat.templateMessages("service-" + officer.openid())).hasSize(1);
    }

    @Test
    void anOfficialWhoIsNotLinkedIsShownAsSuch() {
        Citizen officer = town.citizen();
        told(officer, "case.dispatched");
        assertThat(states(officer, "NOT_LINKED")).isEqualTo(1);
    }

    @Test
    void theResultOfATemplateMessageIsKept() {
        Citizen officer = official(true);
        wechat.answer(new SendOutcome.Taken("msg-" + officer.openid()));
        told(officer, "case.dispatched");
        outbox.add(
                        officer.person(),
                        new TemplateMessageSent(
                                "service-" + officer.openid(), "msg-" + officer.openid(), false, "failed:user block"))
                .block();
        await().until(() -> states(officer, "FAILED") == 1);
    }

    @Test
    void urgentNewsPassesWhatWaitsForAQuieterHour() {
        Citizen officer = official(true);
        Town.as(
                        officer,
                        town.client()
                                .put()
                                .uri("/api/v1/me/preferences")
                                .bodyValue(Map.of("wechatMessages", true, "quietFrom", wall(-1), "quietTo", wall(1))))
                .exchange()
                .expectStatus()
                .isOk();
        town.tell(town.something(), officer, "case.dispatched").block();
        await().until(() -> items(officer) == 1);
        Id danger = town.something();
        town.tell(danger, new Audience.Persons(List.of(officer.person())), "case.danger", Urgency.URGENT)
                .block();
        await().until(() -> states(officer, "TAKEN") == 1);
        assertThat(wechat.templateMessages("service-" + officer.openid()))
                .singleElement()
                .satisfies(message -> assertThat(message.page()).contains(danger.toString()));
    }

    /** The city's wall clock so many hours from now. */
    private static String wall(int hours) {
        return LocalTime.now(ZoneId.of("Asia/Shanghai"))
                .plusHours(hours)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Lets no delivery wait for its pause to end. */
    private void hurry() {
        town.run(
                "update outbox.delivery set due_at = now() where consumer = 'notification.messages' and holder is null");
    }

    private MessageDue due(Citizen citizen, Id event, String template) {
        return new MessageDue(citizen.person(), event, template, Map.of(), "pages/x", Urgency.NORMAL, Instant.now());
    }

    private Citizen subscribed(int times) {
        Citizen citizen = town.citizen();
        for (int i = 0; i < times; i++) {
            accept(citizen, "popup-000" + i);
        }
        return citizen;
    }

    private void accept(Citizen citizen, String asked) {
        Town.as(
                        citizen,
                        town.client()
                                .post()
                                .uri("/api/v1/subscriptions")
                                .bodyValue(Map.of(
                                        "results",
                                        List.of(Map.of("template", "tmpl-accepted", "status", "accept")),
                                        "asked",
                                        asked)))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Somebody whose service account is linked, as a follow event would have done. */
    private Citizen official(boolean following) {
        Citizen citizen = town.citizen();
        town.run("insert into identity.service_account (district, openid, person, following, changed_at)"
                + " values ('%s', 'service-%s', '%s', %s, now())"
                        .formatted(
                                citizen.person().district(),
                                citizen.openid(),
                                citizen.person().value(),
                                following));
        return citizen;
    }

    /** Tells them and waits until nothing of it is left to do. */
    private void told(Citizen citizen, String template) {
        long before = items(citizen);
        town.tell(town.something(), citizen, template).block();
        await().until(() -> items(citizen) == before + 1
                && town.count(
                                "select count(*) from outbox.event e where name like 'notification.%%' and subject = '%s'"
                                                .formatted(citizen.person().value())
                                        + " and (not fanned_out or exists (select 1 from outbox.delivery d where d.event = e.id))")
                        == 0);
    }

    private long items(Citizen citizen) {
        return town.count("select count(*) from notification.item where person = '%s'"
                .formatted(citizen.person().value()));
    }

    private long states(Citizen citizen, String state) {
        return town.count("select count(*) from notification.message where person = '%s' and state = '%s'"
                .formatted(citizen.person().value(), state));
    }

    private int balance(Citizen citizen) {
        return town.get(citizen, "/api/v1/subscriptions", Subscriptions.class)
                .templates()
                .getFirst()
                .balance();
    }
}
