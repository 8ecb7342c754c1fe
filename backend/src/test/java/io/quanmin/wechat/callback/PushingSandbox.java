package io.quanmin.wechat.callback;

import io.quanmin.testing.CityTest;
import io.quanmin.wechat.Await;
import io.quanmin.wechat.WeChatEvent;
import io.quanmin.wechatsandbox.SandboxSettings;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import io.quanmin.wechatsandbox.push.Event;
import io.quanmin.wechatsandbox.push.PushRecord;
import io.quanmin.wechatsandbox.push.PushTiming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The sandbox as WeChat, pushing to the real application, which writes down what it would tell. */
@CityTest
@Import(PushingSandbox.Recording.class)
@TestPropertySource(
        properties = {
            "quanmin.embedded.database=callback",
            "quanmin.wechat.callback.first-pause=50ms",
            "quanmin.wechat.callback.poll=100ms",
            "quanmin.wechat.callback.attempts=3"
        })
abstract class PushingSandbox {

    static final WeChatSandbox SANDBOX = WeChatSandbox.start(SandboxSettings.defaults()
            .onPort(0)
            .withSeed(20261123)
            .withPushTiming(new PushTiming(Duration.ofSeconds(5), 3, Duration.ofMillis(50))));

    static final String CITIZEN = "u01";
    static final Duration PATIENCE = Duration.ofSeconds(15);

    static {
        // The classes that push share one application, so the sandbox it was told of lives as long as the JVM.
        Runtime.getRuntime().addShutdownHook(new Thread(SANDBOX::close, "pushing-sandbox-stop"));
    }

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    RecordingOutbox outbox;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        account(registry, "quanmin.wechat.mini.", SANDBOX.apps().mini());
        account(registry, "quanmin.wechat.service.", SANDBOX.apps().service());
        registry.add("quanmin.wechat.service.web-base", SANDBOX::baseUrl);
    }

    private static void account(DynamicPropertyRegistry registry, String prefix, AppSettings app) {
        registry.add(prefix + "api-base", SANDBOX::baseUrl);
        registry.add(prefix + "app-id", app::appid);
        registry.add(prefix + "secret", app::secret);
        registry.add(prefix + "token", app::callbackToken);
        registry.add(prefix + "aes-key", app::encodingAesKey);
    }

    @TestConfiguration
    static class Recording {

        @Bean
        @Primary
        RecordingOutbox recordingOutbox() {
            return new RecordingOutbox();
        }
    }

    @BeforeEach
    void pushHere() {
        String here = "http://127.0.0.1:" + port + "/wechat/callback/";
        AppSettings mini = SANDBOX.apps().mini().withPush(PushMode.SECURE, PushFormat.JSON);
        SANDBOX.apps().change(mini.withCallbackUrl(here + "mini"));
        SANDBOX.apps().change(SANDBOX.apps().service().withCallbackUrl(here + "service"));
        SANDBOX.pushes().faults().clear();
        outbox.clear();
    }

    static String miniOpenid() {
        return SANDBOX.users().openid(CITIZEN, SANDBOX.apps().mini().appid());
    }

    List<WeChatEvent> told(int count) {
        return outbox.await(count, PATIENCE);
    }

    /** Everything pushed has arrived and nothing waits in the inbox: what is told now is all there is. */
    List<WeChatEvent> allTold() {
        Await.until(
                PATIENCE,
                () -> SANDBOX.pushes().records().stream().noneMatch(push -> push.state() == PushRecord.State.WAITING));
        Await.until(PATIENCE, () -> count("WAITING") == 0);
        return outbox.told();
    }

    long count(String state) {
        return database.sql("select count(*) from wechat.callback where state = :state")
                .bind("state", state)
                .mapValue(Long.class)
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    static void push(String openid, String name, Map<String, Object> fields) {
        SANDBOX.pushes().push(Event.of(SANDBOX.apps().mini().appid(), openid, name, fields));
    }

    WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}
