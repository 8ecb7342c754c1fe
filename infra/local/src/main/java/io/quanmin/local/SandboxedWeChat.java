package io.quanmin.local;

import io.quanmin.embedded.CannotStart;
import io.quanmin.embedded.ClosedLast;
import io.quanmin.embedded.EmbeddedServices;
import io.quanmin.wechatsandbox.SandboxSettings;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts the stand-in for WeChat's servers where no address is configured for the real ones, tells the service its keys
 * as a city would, and makes it a bean for those who act as citizens.
 */
final class SandboxedWeChat implements EnvironmentPostProcessor, Ordered {

    private static final String ADDRESS = "quanmin.wechat.mini.api-base";
    private static final String PORT = "quanmin.local.sandbox.port";
    private static final String HOST = "quanmin.local.sandbox.host";

    /** After the stores, which have their own sentences for what is wrong. */
    @Override
    public int getOrder() {
        return EmbeddedServices.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (StringUtils.hasText(environment.getProperty(ADDRESS))) {
            return;
        }
        WeChatSandbox sandbox = start(settings(environment));
        ClosedLast.by(application, sandbox);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("weChatSandbox", sandbox));
        environment.getPropertySources().addFirst(new MapPropertySource("WeChat sandbox", addresses(sandbox)));
    }

    private static SandboxSettings settings(ConfigurableEnvironment environment) {
        boolean throwaway = environment.getProperty("quanmin.embedded.throwaway", Boolean.class, false);
        int usual = throwaway ? 0 : SandboxSettings.DEFAULT_PORT;
        return SandboxSettings.defaults()
                .onHost(environment.getProperty(HOST, "127.0.0.1"))
                .onPort(environment.getProperty(PORT, Integer.class, usual))
                .keepingIn(throwaway ? null : EmbeddedServices.home(environment).resolve("wechat-sandbox"));
    }

    private static WeChatSandbox start(SandboxSettings settings) {
        try {
            return WeChatSandbox.start(settings);
        } catch (IllegalStateException e) {
            throw CannotStart.portTaken("WeChat sandbox", settings.port(), PORT, e);
        }
    }

    private static Map<String, Object> addresses(WeChatSandbox sandbox) {
        AppSettings mini = sandbox.apps().mini();
        AppSettings service = sandbox.apps().service();
        String address = sandbox.baseUrl();
        return Map.ofEntries(
                Map.entry("quanmin.local.sandbox.address", address),
                Map.entry(ADDRESS, address),
                Map.entry("quanmin.wechat.mini.app-id", mini.appid()),
                Map.entry("quanmin.wechat.mini.secret", mini.secret()),
                Map.entry("quanmin.wechat.mini.token", mini.callbackToken()),
                Map.entry("quanmin.wechat.mini.aes-key", mini.encodingAesKey()),
                Map.entry("quanmin.wechat.service.api-base", address),
                Map.entry("quanmin.wechat.service.web-base", address),
                Map.entry("quanmin.wechat.service.app-id", service.appid()),
                Map.entry("quanmin.wechat.service.secret", service.secret()),
                Map.entry("quanmin.wechat.service.token", service.callbackToken()),
                Map.entry("quanmin.wechat.service.aes-key", service.encodingAesKey()));
    }
}
