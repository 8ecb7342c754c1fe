package io.quanmin.testing;

import io.quanmin.kernel.Id;
import io.quanmin.wechat.AccountTemplate;
import io.quanmin.wechat.Follower;
import io.quanmin.wechat.SendOutcome;
import io.quanmin.wechat.SubscribeMessage;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.TemplateMessage;
import io.quanmin.wechat.TextToScreen;
import io.quanmin.wechat.TextVerdict;
import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatAccount;
import io.quanmin.wechat.WeChatAway;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * WeChat's content check in memory, which judges a text by the words in it and pictures not at all: a test may send the verdict.
 * WeChat is away for everything else.
 */
public final class PretendCensor implements WeChat {

    public static final String RISKY = "违规";
    public static final String DOUBTFUL = "可疑";
    public static final String AWAY = "无人应答";
    public static final String SILENT = "没有回音";

    @Override
    public Mono<TextVerdict> screen(TextToScreen text) {
        if (text.text().contains(AWAY)) {
            return away();
        }
        if (text.text().contains(SILENT)) {
            return Mono.never();
        }
        return Mono.just(new TextVerdict(suggestion(text.text()), 100));
    }

    private static Suggestion suggestion(String text) {
        if (text.contains(RISKY)) {
            return Suggestion.RISKY;
        }
        return text.contains(DOUBTFUL) ? Suggestion.REVIEW : Suggestion.PASS;
    }

    private static <T> Mono<T> away() {
        return Mono.error(() -> new WeChatAway(Duration.ofSeconds(3)));
    }

    @Override
    public Mono<WeChatAccount> login(String code) {
        return away();
    }

    @Override
    public Mono<String> phone(String code) {
        return away();
    }

    @Override
    public Mono<SendOutcome> send(SubscribeMessage message) {
        return away();
    }

    @Override
    public Mono<SendOutcome> send(TemplateMessage message) {
        return away();
    }

    @Override
    public Mono<String> screenPicture(String openid, URI picture) {
        String path = picture.getPath();
        return Mono.just(path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')));
    }

    /** Under which a photo is judged, when a test says so. */
    public static String trace(Id photo) {
        return photo.toString().substring(photo.district().length() + 1);
    }

    @Override
    public Mono<byte[]> miniProgramCode(String page, String scene) {
        return away();
    }

    @Override
    public Mono<URI> serviceAccountCode(String scene) {
        return away();
    }

    @Override
    public Mono<Follower> follower(String serviceOpenid) {
        return away();
    }

    @Override
    public Mono<List<AccountTemplate>> subscribeTemplates() {
        return away();
    }

    @Override
    public Mono<List<AccountTemplate>> serviceTemplates() {
        return away();
    }
}
