package io.quanmin.wechat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines to the city's accounts, one for each purpose; closed with the application. */
final class Lines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    private static final Line NONE = new NoLine();

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<Purpose, Line> mini = new EnumMap<>(Purpose.class);
    private final Map<Purpose, Line> service = new EnumMap<>(Purpose.class);

    Lines(WeChatSettings settings, TokenStore tokens) {
        WeChatSettings.Calls calls = settings.calls();
        AccountKeys miniKeys = settings.mini().keys();
        AccountKeys serviceKeys = settings.service().keys();
        if (said("mini-program", "mini", miniKeys)) {
            open("mini", new MiniAccount(miniKeys, Connections.client(calls), tokens), calls, mini);
        }
        if (said("service account", "service", serviceKeys)) {
            open("service", new ServiceAccount(serviceKeys, Connections.client(calls), tokens), calls, service);
        }
    }

    private static boolean said(String what, String name, AccountKeys keys) {
        if (!keys.present()) {
            LOG.warn(
                    "No WeChat {}: quanmin.wechat.{}.app-id is not set, what needs it answers that WeChat is away",
                    what,
                    name);
        }
        return keys.present();
    }

    private void open(String name, Account account, WeChatSettings.Calls calls, Map<Purpose, Line> lines) {
        for (Purpose purpose : Purpose.values()) {
            String lane = "wechat-" + name + "-" + purpose.name().toLowerCase(java.util.Locale.ROOT);
            Lane opened = new Lane(lane, calls);
            lanes.put(lane, opened);
            lines.put(purpose, new WxLine(account, opened));
        }
    }

    Line mini(Purpose purpose) {
        return mini.getOrDefault(purpose, NONE);
    }

    Line service(Purpose purpose) {
        return service.getOrDefault(purpose, NONE);
    }

    /** Each lane's breaker, by the lane's name. */
    Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        lanes.forEach((name, lane) -> states.put(name, Objects.toString(lane.state())));
        return states;
    }

    /** Whether calls do not go through as they come. */
    boolean stopped(String lane) {
        return !"CLOSED".equals(states().get(lane));
    }

    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }
}
