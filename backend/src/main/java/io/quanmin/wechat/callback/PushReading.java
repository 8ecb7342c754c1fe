package io.quanmin.wechat.callback;

import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.TextVerdict;
import io.quanmin.wechat.WeChatEvent;
import io.quanmin.wechat.wire.Fields;
import io.quanmin.wechat.wire.Verdicts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts a push into the house's words. What the house has no word for is nothing to it. */
final class PushReading {

    private static final String SCENE_PREFIX = "qrscene_";

    private PushReading() {}

    /** What happened; several when a push lists several. Fails with {@link PushUnreadable}. */
    static List<WeChatEvent> events(byte[] message, Instant receivedAt) {
        JsonNode push = PushText.read(message);
        String openid = Fields.text(push, "FromUserName");
        return switch (Fields.text(push, "Event")) {
            case "subscribe_msg_popup_event" -> answers(push, openid, false, receivedAt);
            case "subscribe_msg_change_event" -> answers(push, openid, true, receivedAt);
            case "subscribe_msg_sent_event" -> sent(push, openid);
            case "TEMPLATESENDJOBFINISH" -> List.of(finished(push, openid));
            case "subscribe", "SCAN" -> List.of(new WeChatEvent.Followed(openid, scene(push)));
            case "unsubscribe" -> List.of(new WeChatEvent.Unfollowed(openid));
            case "wxa_media_check" -> List.of(judged(push));
            default -> List.of();
        };
    }

    private static List<WeChatEvent> answers(JsonNode push, String openid, boolean inSettings, Instant receivedAt) {
        long seconds = Fields.number(push, "CreateTime", receivedAt.getEpochSecond());
        return PushItems.of(push).stream()
                .<WeChatEvent>map(item -> new WeChatEvent.SubscriptionAnswered(
                        openid,
                        Fields.text(item, "TemplateId"),
                        "accept".equals(Fields.text(item, "SubscribeStatusString")),
                        inSettings,
                        Instant.ofEpochSecond(seconds)))
                .toList();
    }

    private static List<WeChatEvent> sent(JsonNode push, String openid) {
        return PushItems.of(push).stream()
                .<WeChatEvent>map(item -> new WeChatEvent.SubscribeMessageSent(
                        openid,
                        Fields.text(item, "TemplateId"),
                        Fields.text(item, "MsgID"),
                        delivered(item),
                        Fields.text(item, "ErrorStatus")))
                .toList();
    }

    /** Each of the two may be missing; what neither confirms is not called delivered. */
    private static boolean delivered(JsonNode item) {
        boolean codeIsZero = Fields.number(item, "ErrorCode", -1) == 0;
        return codeIsZero || "success".equals(Fields.text(item, "ErrorStatus"));
    }

    private static WeChatEvent finished(JsonNode push, String openid) {
        String id = Fields.textOrNull(push, "MsgID") == null ? "MsgId" : "MsgID";
        String status = Fields.text(push, "Status");
        return new WeChatEvent.TemplateMessageSent(openid, Fields.text(push, id), "success".equals(status), status);
    }

    /** Who follows by a code brings its parameter with a prefix; who followed before brings it bare. */
    private static @Nullable String scene(JsonNode push) {
        String key = Fields.text(push, "EventKey");
        String scene = key.startsWith(SCENE_PREFIX) ? key.substring(SCENE_PREFIX.length()) : key;
        return scene.isEmpty() ? null : scene;
    }

    /** With an errcode, such as -1008 for a picture that could not be fetched, the result beside it means nothing. */
    private static WeChatEvent judged(JsonNode push) {
        boolean failed = Fields.number(push, "errcode", 0) != 0;
        TextVerdict verdict = failed ? Verdicts.NONE : Verdicts.read(push.path("result"));
        Suggestion suggestion = verdict.suggestion();
        return new WeChatEvent.PictureJudged(Fields.text(push, "trace_id"), suggestion, verdict.label());
    }
}
