package io.quanmin.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.WeChatEvent;
import io.quanmin.wechat.WeChatEvent.Followed;
import io.quanmin.wechat.WeChatEvent.PictureJudged;
import io.quanmin.wechat.WeChatEvent.SubscribeMessageSent;
import io.quanmin.wechat.WeChatEvent.SubscriptionAnswered;
import io.quanmin.wechat.WeChatEvent.TemplateMessageSent;
import io.quanmin.wechat.WeChatEvent.Unfollowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushReadingTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant AT = Instant.ofEpochSecond(1700000000);

    private static List<WeChatEvent> read(String push) {
        return PushReading.events(push.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String json(String event, String rest) {
        return "{\"ToUserName\":\"gh\",\"FromUserName\":\"o1\",\"CreateTime\":1700000000,\"MsgType\":\"event\",\"Event\":\""
                + event + "\"" + rest + "}";
    }

    /** Fact 9 and case 21. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]"})
    void aSingleItemMayComeAsAnObjectOrInAnArray(String shape) {
        String item = "{\"TemplateId\":\"t1\",\"SubscribeStatusString\":\"accept\",\"PopupScene\":\"0\"}";
        assertThat(read(json("subscribe_msg_popup_event", ",\"List\":" + shape.formatted(item))))
                .containsExactly(new SubscriptionAnswered("o1", "t1", true, false, AT));
    }

    /** Fact 9 and case 21. */
    @Test
    void severalItemsAreSeveralEvents() {
        String items = "[{\"TemplateId\":\"t1\",\"SubscribeStatusString\":\"accept\"},"
                + "{\"TemplateId\":\"t2\",\"SubscribeStatusString\":\"reject\"}]";
        assertThat(read(json("subscribe_msg_popup_event", ",\"List\":" + items)))
                .containsExactly(
                        new SubscriptionAnswered("o1", "t1", true, false, AT),
                        new SubscriptionAnswered("o1", "t2", false, false, AT));
    }

    @Test
    void aPopupInXmlIsReadAlikeHoweverManyItemsItHas() {
        String item = "<List><TemplateId><![CDATA[%s]]></TemplateId><SubscribeStatusString><![CDATA[%s]]>"
                + "</SubscribeStatusString><PopupScene>0</PopupScene></List>";
        String xml = "<xml><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1700000000</CreateTime>"
                + "<Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent>%s</SubscribeMsgPopupEvent></xml>";
        assertThat(read(xml.formatted(item.formatted("t1", "accept"))))
                .containsExactly(new SubscriptionAnswered("o1", "t1", true, false, AT));
        assertThat(read(xml.formatted(item.formatted("t1", "accept") + item.formatted("t2", "reject"))))
                .hasSize(2);
    }

    @Test
    void aChangeOfMindInTheSettingsIsToldAsSuch() {
        String item = ",\"List\":{\"TemplateId\":\"t1\",\"SubscribeStatusString\":\"reject\"}";
        assertThat(read(json("subscribe_msg_change_event", item)))
                .containsExactly(new SubscriptionAnswered("o1", "t1", false, true, AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1700000000", "\"1700000000\"", "1700000000.0"})
    void theTimeMayBeANumberOrQuoted(String time) {
        String push = json("subscribe_msg_popup_event", ",\"List\":{\"TemplateId\":\"t1\"}")
                .replace("\"CreateTime\":1700000000", "\"CreateTime\":" + time);
        assertThat(read(push)).containsExactly(new SubscriptionAnswered("o1", "t1", false, false, AT));
    }

    @Test
    void withoutATimeTheTimeOfArrivalCounts() {
        String push = json("subscribe_msg_popup_event", ",\"List\":{\"TemplateId\":\"t1\"}")
                .replace("\"CreateTime\":1700000000,", "");
        assertThat(read(push)).containsExactly(new SubscriptionAnswered("o1", "t1", false, false, NOW));
    }

    /** Fact 5: a number read as a floating one would lose its last digits. */
    @ParameterizedTest
    @ValueSource(strings = {"1988810812324364291", "\"1988810812324364291\""})
    void theIdOfAMessageIsKeptToItsLastDigit(String id) {
        String item = ",\"List\":{\"TemplateId\":\"t1\",\"MsgID\":" + id
                + ",\"ErrorCode\":\"0\",\"ErrorStatus\":\"success\"}";
        assertThat(read(json("subscribe_msg_sent_event", item)))
                .containsExactly(new SubscribeMessageSent("o1", "t1", "1988810812324364291", true, "success"));
    }

    /** WxJava breaks off with a null pointer at each of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"TemplateId\":\"t1\",\"ErrorCode\":0,\"ErrorStatus\":\"success\"} | '' | true | success",
                "{\"TemplateId\":\"t1\",\"MsgID\":7,\"ErrorStatus\":\"success\"} | 7 | true | success",
                "{\"TemplateId\":\"t1\",\"MsgID\":7,\"ErrorCode\":0} | 7 | true | ''",
                "{\"TemplateId\":\"t1\",\"MsgID\":7,\"ErrorCode\":1,\"ErrorStatus\":\"system error\"} | 7 | false | system error",
                "{\"TemplateId\":\"t1\",\"MsgID\":7} | 7 | false | ''"
            })
    void aMissingFieldOfAResultIsAbsentAndNoCrash(String item, String id, boolean delivered, String status) {
        assertThat(read(json("subscribe_msg_sent_event", ",\"List\":" + item)))
                .containsExactly(new SubscribeMessageSent("o1", "t1", id, delivered, status));
    }

    /** Case 30. */
    @ParameterizedTest
    @CsvSource({"success, true", "failed:user block, false", "failed: system failed, false", "failed:freq limit, false"
    })
    void aTemplateMessageMayFailAfterWeChatSaidOk(String status, boolean delivered) {
        String xml = "<xml><FromUserName><![CDATA[o1]]></FromUserName><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event>"
                + "<MsgID>200228332</MsgID><Status><![CDATA[" + status + "]]></Status></xml>";
        assertThat(read(xml)).containsExactly(new TemplateMessageSent("o1", "200228332", delivered, status));
    }

    @Test
    void followersComeWithTheParameterOfTheirCodeAndGo() {
        assertThat(read(json("subscribe", ",\"EventKey\":\"\""))).containsExactly(new Followed("o1", null));
        assertThat(read(json("subscribe", ",\"EventKey\":\"qrscene_bind-7\"")))
                .containsExactly(new Followed("o1", "bind-7"));
        assertThat(read(json("SCAN", ",\"EventKey\":\"bind-7\""))).containsExactly(new Followed("o1", "bind-7"));
        assertThat(read(json("unsubscribe", ""))).containsExactly(new Unfollowed("o1"));
    }

    @ParameterizedTest
    @CsvSource({"pass, 100, PASS", "review, 10001, REVIEW", "risky, 20002, RISKY"})
    void aPicturesVerdictIsReadWithItsLabelAsNumberOrText(String suggest, int label, Suggestion suggestion) {
        for (String written : List.of(String.valueOf(label), "\"" + label + "\"")) {
            String rest = ",\"trace_id\":\"tr\",\"result\":{\"suggest\":\"" + suggest + "\",\"label\":" + written + "}";
            assertThat(read(json("wxa_media_check", rest + ",\"errcode\":0".repeat(label % 2))))
                    .containsExactly(new PictureJudged("tr", suggestion, label));
        }
    }

    /** Case 23: -1008 makes the result beside it invalid. */
    @ParameterizedTest
    @ValueSource(strings = {"-1008", "\"-1008\"", "-1008.0"})
    void aPictureThatCouldNotBeFetchedIsUnscreenedWhateverTheResultSays(String code) {
        String rest = ",\"trace_id\":\"tr\",\"errcode\":" + code + ",\"result\":{\"suggest\":\"pass\",\"label\":100}";
        assertThat(read(json("wxa_media_check", rest)))
                .containsExactly(new PictureJudged("tr", Suggestion.UNSCREENED, 0));
    }

    /** Case 24: the shape of the first version has no result at all. */
    @Test
    void aVerdictOfTheFirstVersionIsUnscreened() {
        String rest = ",\"trace_id\":\"tr\",\"isrisky\":0,\"extra_info_json\":\"\",\"status_code\":4294966288";
        assertThat(read(json("wxa_media_check", rest)))
                .containsExactly(new PictureJudged("tr", Suggestion.UNSCREENED, 0));
    }

    @Test
    void whatTheHouseHasNoWordForIsNothing() {
        assertThat(read(json("debug_demo", ",\"debug_str\":\"hello world\""))).isEmpty();
        assertThat(read("{\"MsgType\":\"text\",\"MsgId\":23456789012345678,\"Content\":\"你好\"}"))
                .isEmpty();
        assertThat(read("{\"MsgType\":\"event\",\"MsgId\":\"not-a-number\"}")).isEmpty();
        assertThat(read(json("subscribe_msg_sent_event", ",\"List\":null"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "7",
                "[]",
                "{",
                "\"text\"",
                "<xml>",
                "<xml/>",
                "<xml><a></b></xml>",
                "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xml><Event>&x;</Event></xml>",
                "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/evil.dtd\"><xml><Event>SCAN</Event></xml>",
                "<xml><Event>&undeclared;</Event></xml>"
            })
    void whatIsNoPushIsUnreadableAndReachesForNothing(String push) {
        assertThatThrownBy(() -> read(push)).isInstanceOf(PushUnreadable.class);
    }

    @Test
    void anXmlOfAbsurdDepthIsUnreadable() {
        assertThatThrownBy(() -> read("<a>".repeat(500) + "</a>".repeat(500))).isInstanceOf(PushUnreadable.class);
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        assertThatThrownBy(() -> PushReading.events(new byte[] {(byte) 0xC3, 0x28, 0}, NOW))
                .isInstanceOf(PushUnreadable.class);
    }

    /** Whatever half of a push arrives, it is read or unreadable, and nothing else. */
    @Test
    void aTornPushIsReadOrUnreadable() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String whole = json("subscribe_msg_sent_event", ",\"List\":[{\"TemplateId\":\"t1\",\"MsgID\":\"7\"}]");
        for (int i = 0; i < 500; i++) {
            StringBuilder torn = new StringBuilder(whole);
            torn.setCharAt(random.nextInt(torn.length()), (char) (random.nextInt(94) + 33));
            torn.setLength(random.nextInt(torn.length()) + 1);
            try {
                assertThat(read(torn.toString())).isNotNull();
            } catch (PushUnreadable unreadable) {
                assertThat(unreadable.status()).isEqualTo(400);
            }
        }
    }
}
