package io.quanmin.wechat;

import io.quanmin.outbox.EventName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What WeChat's servers pushed, once each, in the house's words; told through the outbox. */
public sealed interface WeChatEvent {

    /** A person answered the subscription popup, or changed their mind in WeChat's settings. */
    @EventName("wechat.subscription-answered")
    record SubscriptionAnswered(String openid, String template, boolean accepted, boolean inSettings, Instant at)
            implements WeChatEvent {}

    /** A subscribe message was delivered or failed after it had been taken. */
    @EventName("wechat.subscribe-message-sent")
    record SubscribeMessageSent(String openid, String template, String messageId, boolean delivered, String status)
            implements WeChatEvent {}

    /** A template message was delivered or failed: {@code success}, {@code failed:user block} and the like. */
    @EventName("wechat.template-message-sent")
    record TemplateMessageSent(String openid, String messageId, boolean delivered, String status)
            implements WeChatEvent {}

    /** Somebody follows the service account, perhaps through a parametric code. */
    @EventName("wechat.followed")
    record Followed(String openid, @Nullable String scene) implements WeChatEvent {}

    /** Somebody no longer follows the service account. */
    @EventName("wechat.unfollowed")
    record Unfollowed(String openid) implements WeChatEvent {}

    /** A picture was judged. */
    @EventName("wechat.picture-judged")
    record PictureJudged(String traceId, Suggestion suggestion, int label) implements WeChatEvent {}
}
