package io.quanmin.identity;

import io.quanmin.wechat.AccountTemplate;
import io.quanmin.wechat.CodeRefused;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** WeChat in memory, as far as identity asks it: single-use codes, phone numbers, followers and a screen. */
final class PretendWeChat implements WeChat {

    private final AtomicLong codes = new AtomicLong();
    private final Map<String, WeChatAccount> logins = new ConcurrentHashMap<>();
    private final Map<String, String> phones = new ConcurrentHashMap<>();
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** A code of {@code wx.login} for somebody. */
    String loginCode(String openid, @Nullable String unionid) {
        String code = "login-" + codes.incrementAndGet();
        logins.put(code, new WeChatAccount(openid, unionid));
        return code;
    }

    String phoneCode(String number) {
        String code = "phone-" + codes.incrementAndGet();
        phones.put(code, number);
        return code;
    }

    void follower(Follower follower) {
        followers.put(follower.openid(), follower);
    }

    void away(boolean gone) {
        away = gone;
    }

    @Override
    public Mono<WeChatAccount> login(String code) {
        return answer(
                Mono.fromSupplier(() -> Optional.ofNullable(logins.remove(code)).orElseThrow(CodeRefused::new)));
    }

    @Override
    public Mono<String> phone(String code) {
        return answer(
                Mono.fromSupplier(() -> Optional.ofNullable(phones.remove(code)).orElseThrow(CodeRefused::new)));
    }

    @Override
    public Mono<SendOutcome> send(SubscribeMessage message) {
        return answer(Mono.just(new SendOutcome.Refused(43101, "user refuse to accept the msg", "")));
    }

    @Override
    public Mono<SendOutcome> send(TemplateMessage message) {
        return answer(Mono.just(new SendOutcome.Refused(43004, "require subscribe", "")));
    }

    /** Whoever calls themselves something with 违规 in it is up to no good. */
    @Override
    public Mono<TextVerdict> screen(TextToScreen text) {
        boolean risky = text.text().contains("违规");
        return answer(Mono.just(new TextVerdict(risky ? Suggestion.RISKY : Suggestion.PASS, risky ? 20001 : 100)));
    }

    @Override
    public Mono<String> screenPicture(String openid, URI picture) {
        return answer(Mono.just("trace-" + codes.incrementAndGet()));
    }

    @Override
    public Mono<byte[]> miniProgramCode(String page, String scene) {
        return answer(Mono.just(new byte[] {(byte) 0xFF, (byte) 0xD8}));
    }

    @Override
    public Mono<URI> serviceAccountCode(String scene) {
        return answer(Mono.just(URI.create("https://wechat.example/code?scene=" + scene)));
    }

    @Override
    public Mono<Follower> follower(String serviceOpenid) {
        return answer(Mono.fromSupplier(
                () -> followers.getOrDefault(serviceOpenid, new Follower(serviceOpenid, null, true))));
    }

    @Override
    public Mono<List<AccountTemplate>> subscribeTemplates() {
        return answer(Mono.just(List.of()));
    }

    @Override
    public Mono<List<AccountTemplate>> serviceTemplates() {
        return answer(Mono.just(List.of()));
    }

    private <T> Mono<T> answer(Mono<T> answer) {
        return Mono.defer(() -> away ? Mono.error(new WeChatAway(Duration.ofSeconds(3))) : answer);
    }
}
