package io.quanmin.wechat;

import java.net.URI;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * WeChat's servers, as the rest of the house sees them. Every call leaves the event loop, ends by its deadline and passes a
 * circuit breaker; while WeChat is away it fails with {@link WeChatAway}. Hold no database connection while waiting for it.
 */
public interface WeChat {

    /**
     * Who the person behind a {@code wx.login} code is. Fails with {@link CodeRefused} when used, expired or not one, and with
     * {@link PersonBlocked} for somebody whom WeChat itself keeps out.
     */
    Mono<WeChatAccount> login(String code);

    /** The phone number behind a {@code getPhoneNumber} code, without country code. Fails with {@link CodeRefused}. */
    Mono<String> phone(String code);

    /**
     * Sends a subscribe message of the mini-program. At most once: an unknown outcome is never to be sent again. Fails with
     * {@link WeChatAway} only when the message certainly stayed here.
     */
    Mono<SendOutcome> send(SubscribeMessage message);

    /** Sends a template message of the service account. May be repeated with the same client id within ten minutes. */
    Mono<SendOutcome> send(TemplateMessage message);

    /** Judges a text by WeChat's content check. Never fails: what cannot be judged now is {@link Suggestion#UNSCREENED}. */
    Mono<TextVerdict> screen(TextToScreen text);

    /**
     * Asks for a picture to be judged; the answer's trace id comes back in a {@link WeChatEvent.PictureJudged}, within half an
     * hour or never. Empty when this picture cannot be judged at all, such as for somebody who visited too long ago.
     */
    Mono<String> screenPicture(String openid, URI picture);

    /** A JPEG of the mini-program code that opens {@code page} with {@code scene} (at most 32 visible characters). */
    Mono<byte[]> miniProgramCode(String page, String scene);

    /** The picture's address of a parametric code of the service account, valid for 30 days at most. */
    Mono<URI> serviceAccountCode(String scene);

    /** A follower of the service account: unionid and whether they still follow. */
    Mono<Follower> follower(String serviceOpenid);

    /** The subscribe templates the mini-program's account really has. */
    Mono<List<AccountTemplate>> subscribeTemplates();

    /** The template messages the service account really has. */
    Mono<List<AccountTemplate>> serviceTemplates();
}
