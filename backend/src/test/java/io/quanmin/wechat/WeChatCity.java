package io.quanmin.wechat;

import io.quanmin.wechatsandbox.SandboxSettings;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.http.CallRecord;
import io.quanmin.wechatsandbox.push.PushTiming;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A sandbox and our module speaking to it, without the rest of the house. */
final class WeChatCity implements AutoCloseable {

    /** Of a node that does not wait long, and what is certainly slower. */
    static final Duration IMPATIENT = Duration.ofSeconds(3);

    static final Duration SLOW = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String CITIZEN = "u01";
    static final String OFFICER = "u10";

    final WeChatSandbox sandbox;

    private WeChatCity(SandboxSettings settings) {
        WeChatConfiguration.silenceWxJava();
        this.sandbox = WeChatSandbox.start(settings);
    }

    static WeChatCity open() {
        return new WeChatCity(SandboxSettings.defaults()
                .onPort(0)
                .withSeed(20261123)
                .withAccounts(
                        AppSettings.miniProgram().withCallbackUrl(""),
                        AppSettings.serviceAccount().withCallbackUrl("")));
    }

    static WeChatCity pushingTo(String backend) {
        return new WeChatCity(SandboxSettings.defaults()
                .onPort(0)
                .withSeed(20261123)
                .withPushTiming(new PushTiming(Duration.ofSeconds(5), 3, Duration.ofMillis(50)))
                .pushingTo(backend));
    }

    WeChatSettings settings() {
        return settings(calls(Duration.ofSeconds(20)));
    }

    static WeChatSettings.Calls calls(Duration deadline) {
        return new WeChatSettings.Calls(deadline, deadline, 8, 64, 16, 10, 50, Duration.ofSeconds(30));
    }

    WeChatSettings settings(WeChatSettings.Calls calls) {
        return settings(sandbox.baseUrl(), calls);
    }

    WeChatSettings settings(String base, WeChatSettings.Calls calls) {
        AppSettings mini = sandbox.apps().mini();
        AppSettings service = sandbox.apps().service();
        URI uri = URI.create(base);
        return new WeChatSettings(
                new WeChatSettings.Mini(
                        mini.appid(),
                        mini.secret(),
                        uri,
                        mini.callbackToken(),
                        mini.encodingAesKey(),
                        WeChatSettings.Release.FORMAL),
                new WeChatSettings.Service(
                        service.appid(), service.secret(), uri, uri, service.callbackToken(), service.encodingAesKey()),
                calls);
    }

    Node node() {
        return new Node(settings(), null, null);
    }

    /** One that knows its token already, however slow the machine was in getting it. */
    Node impatientNode() {
        return warm(node(settings(calls(IMPATIENT))));
    }

    Node warm(Node node) {
        Await.until(
                PATIENCE,
                () -> Boolean.TRUE.equals(node.weChat
                        .subscribeTemplates()
                        .hasElement()
                        .onErrorReturn(false)
                        .block()));
        return node;
    }

    Node node(WeChatSettings settings) {
        return new Node(settings, null, null);
    }

    String openid(String user) {
        return sandbox.users().openid(user, sandbox.apps().mini().appid());
    }

    String serviceOpenid(String user) {
        return sandbox.users().openid(user, sandbox.apps().service().appid());
    }

    /** Newest first. */
    List<CallRecord> calls(String path) {
        return sandbox.calls().of(path);
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /** One node of the service: its own connections, memory and breakers. */
    static final class Node implements AutoCloseable {

        final Lines lines;
        final WeChat weChat;

        Node(
                WeChatSettings settings,
                @Nullable StringRedisTemplate redis,
                @Nullable ReactiveStringRedisTemplate turns) {
            Clock clock = Clock.systemUTC();
            this.lines = new Lines(settings, new TokenStore(new RedisOrNot(redis, clock), clock));
            this.weChat = WeChatServers.of(
                    settings, lines, new TurnsOfNodes(new Turns(settings.calls().turns()), turns));
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
