package io.quanmin.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PushKeyTests {

    private static String key(String push) {
        return PushKey.of(push.getBytes(StandardCharsets.UTF_8));
    }

    private static String sent(String time, String id) {
        return "{\"FromUserName\":\"o1\",\"CreateTime\":" + time
                + ",\"Event\":\"subscribe_msg_sent_event\",\"List\":{\"TemplateId\":\"t1\",\"MsgID\":\"" + id + "\"}}";
    }

    private static String judged(String trace) {
        return "{\"FromUserName\":\"o1\",\"CreateTime\":1,\"Event\":\"wxa_media_check\",\"trace_id\":\"" + trace
                + "\"}";
    }

    private static String popup(String time, String status) {
        return "{\"FromUserName\":\"o1\",\"CreateTime\":" + time
                + ",\"Event\":\"subscribe_msg_popup_event\",\"List\":{\"TemplateId\":\"t1\",\"SubscribeStatusString\":\""
                + status
                + "\"}}";
    }

    /** Fact 8. */
    @Test
    void twoMessagesSentToOnePersonInOneSecondAreTwoEvents() {
        assertThat(key(sent("1", "7"))).isNotEqualTo(key(sent("1", "8")));
    }

    /** Case 22. */
    @Test
    void twoVerdictsOfOneSecondAreTwoEvents() {
        assertThat(key(judged("a"))).isNotEqualTo(key(judged("b")));
    }

    @Test
    void aPushThatComesAgainIsTheSameEventWhateverTimeItSays() {
        assertThat(key(sent("1", "7"))).isEqualTo(key(sent("2", "7")));
    }

    @Test
    void withoutAnIdEveryWordCounts() {
        assertThat(key(popup("1", "accept")))
                .isEqualTo(key(popup("1", "accept")))
                .isNotEqualTo(key(popup("2", "accept")));
        assertThat(key(popup("1", "accept"))).isNotEqualTo(key(popup("1", "reject")));
    }

    @Test
    void whatCannotBeReadIsStillKnownByItsBytes() {
        assertThat(key("{torn"))
                .isEqualTo(key("{torn"))
                .isNotEqualTo(key("{torm"))
                .hasSize(64);
    }
}
