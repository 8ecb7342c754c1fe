package io.quanmin.wechatsandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a stand-in on its own, configured by environment variables. */
public final class SandboxMain {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxMain.class);

    private SandboxMain() {}

    public static void main(String[] args) throws InterruptedException {
        WeChatSandbox sandbox = WeChatSandbox.start(settings(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
        LOG.info("WeChat sandbox: {}", sandbox.baseUrl());
        new CountDownLatch(1).await();
    }

    static SandboxSettings settings(Map<String, String> environment) {
        SandboxSettings settings = SandboxSettings.defaults()
                .onHost(environment.getOrDefault("QUANMIN_SANDBOX_HOST", "127.0.0.1"))
                .onPort(Integer.parseInt(environment.getOrDefault("QUANMIN_SANDBOX_PORT", "8090")))
                .pushingTo(environment.getOrDefault("QUANMIN_SANDBOX_BACKEND", "http://localhost:8080"));
        String folder = environment.get("QUANMIN_SANDBOX_DATA");
        return folder == null ? settings : settings.keepingIn(Path.of(folder));
    }
}
