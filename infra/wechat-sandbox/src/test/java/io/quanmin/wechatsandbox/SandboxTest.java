package io.quanmin.wechatsandbox;

import io.quanmin.wechatsandbox.push.PushTiming;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh stand-in with a frozen clock and pushes to {@link Callback} for each test. */
abstract class SandboxTest {

    static final long SEED = 20_261_123;

    WeChatSandbox sandbox;
    Backend backend;
    Callback callback;

    @BeforeEach
    void startSandbox() {
        callback = new Callback();
        sandbox = WeChatSandbox.start(settings());
        sandbox.clock().freeze();
        sandbox.sending().processing(Duration.ZERO);
        backend = new Backend(sandbox);
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
        callback.close();
    }

    SandboxSettings settings() {
        return SandboxSettings.defaults()
                .onPort(0)
                .withSeed(SEED)
                .pushingTo(callback.address())
                .withPushTiming(new PushTiming(Duration.ofMillis(300), 3, Duration.ofMillis(10)));
    }

    static int errcode(tools.jackson.databind.JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }

    static String errmsg(tools.jackson.databind.JsonNode answer) {
        return answer.path("errmsg").asString("");
    }
}
