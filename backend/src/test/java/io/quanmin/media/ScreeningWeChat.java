package io.quanmin.media;

import io.quanmin.wechat.AccountTemplate;
import io.quanmin.wechat.Follower;
import io.quanmin.wechat.SendOutcome;
import io.quanmin.wechat.SubscribeMessage;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** WeChat in memory, as far as photos ask it: a code is the openid itself, and pictures wait for a verdict. */
final class ScreeningWeChat implements WeChat {

    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private volatile Answer answer = Answer.TRACE;

    enum Answer {
        TRACE,
        CANNOT_JUDGE,
        AWAY
    }

    record Asked(String trace, URI picture) {}

    void answers(Answer next) {
        answer = next;
    }

    /** What was asked about a person's picture, once it was. */
    boolean wasAsked(String openid) {
        return asked.containsKey(openid);
    }

    Asked asked(String openid) {
        return Objects.requireNonNull(asked.get(openid));
    }

    @Override
    public Mono<String> screenPicture(String openid, URI picture) {
        return Mono.defer(() -> switch (answer) {
            case AWAY -> Mono.error(new WeChatAway(Duration.ofSeconds(1)));
            case CANNOT_JUDGE -> Mono.empty();
            case TRACE -> {
                Asked question = new Asked("trace-" + UUID.randomUUID(), picture);
                asked.put(openid, question);
                yield Mono.just(question.trace());
            }
        });
    }

    @Override
    public Mono<WeChatAccount> login(String code) {
        return Mono.just(new WeChatAccount(code, null));
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
    public Mono<TextVerdict> screen(TextToScreen text) {
        return away();
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

    private static <T> Mono<T> away() {
        return Mono.error(new WeChatAway(Duration.ofSeconds(1)));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        ScreeningWeChat screeningWeChat() {
            return new ScreeningWeChat();
        }
    }
}
