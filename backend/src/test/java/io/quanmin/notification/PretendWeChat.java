package io.quanmin.notification;

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
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** WeChat in memory: a login code is the openid it logs in, messages are kept, their outcomes are what a test says next. */
public final class PretendWeChat implements WeChat {

    private final AtomicLong ids = new AtomicLong();
    private final List<SubscribeMessage> subscribe = new CopyOnWriteArrayList<>();
    private final List<TemplateMessage> service = new CopyOnWriteArrayList<>();
    private final Queue<Supplier<Mono<SendOutcome>>> next = new ConcurrentLinkedQueue<>();
    private volatile List<AccountTemplate> subscribeTemplates = List.of();

    /** What the next sending comes to; once the answers run out every message is taken. */
    public void answer(Supplier<Mono<SendOutcome>> outcome) {
        next.add(outcome);
    }

    /** What the next sending comes to. */
    public void answer(SendOutcome outcome) {
        answer(() -> Mono.just(outcome));
    }

    /** Subscribe messages to an openid. */
    public List<SubscribeMessage> subscribeMessages(String openid) {
        return subscribe.stream()
                .filter(message -> message.openid().equals(openid))
                .toList();
    }

    /** Template messages to an openid. */
    public List<TemplateMessage> templateMessages(String openid) {
        return service.stream()
                .filter(message -> message.openid().equals(openid))
                .toList();
    }

    /** What the account says it has. */
    public void has(List<AccountTemplate> templates) {
        subscribeTemplates = templates;
    }

    @Override
    public Mono<WeChatAccount> login(String code) {
        return Mono.just(new WeChatAccount(code, null));
    }

    @Override
    public Mono<String> phone(String code) {
        return Mono.just("13800000000");
    }

    @Override
    public Mono<SendOutcome> send(SubscribeMessage message) {
        return Mono.fromRunnable(() -> subscribe.add(message)).then(Mono.defer(this::outcome));
    }

    @Override
    public Mono<SendOutcome> send(TemplateMessage message) {
        return Mono.fromRunnable(() -> service.add(message)).then(Mono.defer(this::outcome));
    }

    private Mono<SendOutcome> outcome() {
        Supplier<Mono<SendOutcome>> said = next.poll();
        return said == null ? Mono.just(new SendOutcome.Taken("m" + ids.incrementAndGet())) : said.get();
    }

    @Override
    public Mono<TextVerdict> screen(TextToScreen text) {
        return Mono.just(new TextVerdict(Suggestion.PASS, 100));
    }

    @Override
    public Mono<String> screenPicture(String openid, URI picture) {
        return Mono.just("trace-" + ids.incrementAndGet());
    }

    @Override
    public Mono<byte[]> miniProgramCode(String page, String scene) {
        return Mono.just(new byte[] {(byte) 0xFF, (byte) 0xD8});
    }

    @Override
    public Mono<URI> serviceAccountCode(String scene) {
        return Mono.just(URI.create("https://wechat.example/code"));
    }

    @Override
    public Mono<Follower> follower(String serviceOpenid) {
        return Mono.just(new Follower(serviceOpenid, null, true));
    }

    @Override
    public Mono<List<AccountTemplate>> subscribeTemplates() {
        return Mono.just(subscribeTemplates);
    }

    @Override
    public Mono<List<AccountTemplate>> serviceTemplates() {
        return Mono.just(List.of());
    }
}
