package io.quanmin.wechatsandbox.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts; each can be reconfigured while the stand-in runs, as in WeChat's console. */
public final class Apps {

    private final Map<String, AppSettings> byAppid = new ConcurrentHashMap<>();
    private final String mini;
    private final String service;

    public Apps(AppSettings mini, AppSettings service) {
        this.mini = mini.appid();
        this.service = service.appid();
        change(mini);
        change(service);
    }

    public Optional<AppSettings> find(String appid) {
        return Optional.ofNullable(byAppid.get(appid));
    }

    /** Throws {@link IllegalArgumentException} for an appid that does not exist. */
    public AppSettings get(String appid) {
        return find(appid).orElseThrow(() -> new IllegalArgumentException("No account " + appid));
    }

    public AppSettings mini() {
        return get(mini);
    }

    public AppSettings service() {
        return get(service);
    }

    public List<AppSettings> all() {
        return List.of(mini(), service());
    }

    /** Replaces the configuration of the account with this appid. */
    public void change(AppSettings app) {
        byAppid.put(app.appid(), app);
    }
}
