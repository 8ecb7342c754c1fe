package io.quanmin.local;

import io.quanmin.wechatsandbox.WeChatSandbox;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Once the service answers: tells the sandbox where, and the person at the keyboard what to open. */
@Component
final class Doorstep {

    private static final Logger LOG = LoggerFactory.getLogger(Doorstep.class);
    private static final String RULE = "─".repeat(72);

    private final Environment environment;
    private final ObjectProvider<WeChatSandbox> sandbox;
    private String address = "http://localhost:8080";

    Doorstep(Environment environment, ObjectProvider<WeChatSandbox> sandbox) {
        this.environment = environment;
        this.sandbox = sandbox;
    }

    /** WeChat pushes to the port that the service really has, which tests do not choose. */
    @EventListener
    void onWebServer(WebServerInitializedEvent event) {
        address = "http://localhost:" + event.getWebServer().getPort();
        sandbox.ifAvailable(stand -> {
            var apps = stand.apps();
            apps.change(apps.mini().withCallbackUrl(address + "/wechat/callback/mini"));
            apps.change(apps.service().withCallbackUrl(address + "/wechat/callback/service"));
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        LOG.info("{}", welcome());
    }

    private String welcome() {
        return Stream.of(
                        List.of("", RULE, "  全民 · 城市共治已就绪", RULE),
                        line("小程序（网页版）", address + "/m/"),
                        line("微信沙箱", environment.getProperty("quanmin.local.sandbox.address")),
                        line("接口文档", address + "/v3/api-docs"),
                        line("数据目录", environment.getProperty("quanmin.embedded.home")),
                        List.of("  按 Ctrl-C 停止；数据会保留，删除数据目录即可重新开始。", RULE))
                .flatMap(List::stream)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Nothing to say of what is not there: an own WeChat account, own stores. */
    private static List<String> line(String name, @Nullable String value) {
        return value == null ? List.of() : List.of("  " + name + "：" + value);
    }
}
