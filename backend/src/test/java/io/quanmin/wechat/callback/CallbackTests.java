package io.quanmin.wechat.callback;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechat.Await;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatEvent;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import io.quanmin.wechatsandbox.push.Event;
import io.quanmin.wechatsandbox.push.PushFault;
import io.quanmin.wechatsandbox.push.PushRecord;
import io.quanmin.wechatsandbox.screening.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sandbox pushes to the real application: each thing that happened is told once, whatever the way does to it. */
final class CallbackTests extends PushingSandbox {

    @Autowired
    private WeChat weChat;

    private static String serviceOpenid() {
        return SANDBOX.users().openid(CITIZEN, SANDBOX.apps().service().appid());
    }

    @Test
    void theConsoleMaySaveTheAddressOfBothAccounts() {
        assertThat(SANDBOX.pushes().verify(SANDBOX.apps().mini().appid())).isTrue();
        assertThat(SANDBOX.pushes().verify(SANDBOX.apps().service().appid())).isTrue();
    }

    @Test
    void aCitizensAnswerToThePopupIsToldInEveryFormat() {
        for (PushFormat format : PushFormat.values()) {
            for (PushMode mode : List.of(PushMode.SECURE, PushMode.COMPATIBLE)) {
                outbox.clear();
                SANDBOX.apps().change(SANDBOX.apps().mini().withPush(mode, format));
                SANDBOX.clock().advance(Duration.ofSeconds(1));
                SANDBOX.act().acceptSubscription(CITIZEN, "tmpl-accepted", "tmpl-closed");
                assertThat(told(2))
                        .extracting(WeChatEvent.SubscriptionAnswered.class::cast)
                        .allSatisfy(it -> assertThat(it.openid()).isEqualTo(miniOpenid()))
                        .extracting(WeChatEvent.SubscriptionAnswered::template)
                        .containsExactlyInAnyOrder("tmpl-accepted", "tmpl-closed");
            }
        }
    }

    @Test
    void followingByACodeAndLeavingAreTold() {
        SANDBOX.act().follow(CITIZEN);
        assertThat(told(1)).containsExactly(new WeChatEvent.Followed(serviceOpenid(), null));
        SANDBOX.act().unfollow(CITIZEN);
        assertThat(told(2)).contains(new WeChatEvent.Unfollowed(serviceOpenid()));
    }

    @Test
    void aPushThatComesTwiceIsToldOnce() {
        SANDBOX.pushes().faults().add(PushFault.doubled("*").times(3));
        for (int id = 1; id <= 3; id++) {
            push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "doubled-" + id, "errcode", -1008));
        }
        assertThat(told(3)).hasSize(3);
        assertThat(allTold()).hasSize(3).doesNotHaveDuplicates();
    }

    /** Fact 8 and case 22, through the whole way. */
    @Test
    void manyEventsOfOnePersonInOneSecondAreAllTold() {
        SANDBOX.clock().freeze();
        for (int id = 1; id <= 20; id++) {
            Map<String, Object> item = Map.of("TemplateId", "t", "MsgID", "90000000000000000" + id, "ErrorCode", "0");
            SANDBOX.pushes()
                    .push(Event.listing(
                            SANDBOX.apps().mini().appid(),
                            miniOpenid(),
                            "subscribe_msg_sent_event",
                            "SubscribeMsgSentEvent",
                            List.of(item)));
        }
        SANDBOX.clock().thaw();
        assertThat(told(20)).doesNotHaveDuplicates();
    }

    /** Case 29: WeChat raises an alarm for every push that is not answered within five seconds. */
    @Test
    void whileTheHouseIsBusyWeChatIsStillAnsweredAtTheFirstAttempt() {
        outbox.slow(Duration.ofMillis(200));
        for (int id = 1; id <= 60; id++) {
            push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "busy-" + id, "errcode", -1008));
        }
        Await.until(
                PATIENCE,
                () -> SANDBOX.pushes().records().stream().noneMatch(push -> push.state() == PushRecord.State.WAITING));
        assertThat(SANDBOX.pushes().records())
                .filteredOn(push -> push.body().contains("busy-"))
                .hasSize(60)
                .allSatisfy(push ->
                        assertThat(push.attempts()).singleElement().asString().startsWith("200 success"));
        outbox.slow(Duration.ZERO);
        assertThat(told(60)).hasSize(60);
    }

    /** Cases 23 and 24 end to end: the sandbox really fetches what it judges. */
    @Test
    void aPictureIsJudgedOrSaidToBeOutOfReach() {
        SANDBOX.screening().media().delay(Duration.ZERO);
        SANDBOX.screening().media().textLabels(true);
        SANDBOX.screening().media().next(Verdict.risky(20002));
        SANDBOX.act().visit(CITIZEN);
        String good = judge(URI.create(SANDBOX.baseUrl() + "/cgi-bin/showqrcode?ticket=" + sceneCode()));
        assertThat(told(1)).containsExactly(new WeChatEvent.PictureJudged(good, Suggestion.RISKY, 20002));
        String lost = judge(URI.create("http://127.0.0.1:1/private.jpg"));
        assertThat(told(2)).contains(new WeChatEvent.PictureJudged(lost, Suggestion.UNSCREENED, 0));
    }

    private String judge(URI picture) {
        return now(weChat.screenPicture(miniOpenid(), picture));
    }

    private String sceneCode() {
        URI picture = now(weChat.serviceAccountCode("any"));
        return picture.getQuery().substring("ticket=".length());
    }
}
