package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which accounts are bound to their Open Platform account, so that their users have a unionid. */
public final class OpenPlatform {

    private final Set<String> bound = ConcurrentHashMap.newKeySet();
    private final SandboxClock clock;

    public OpenPlatform(Apps apps, SandboxClock clock) {
        this.clock = clock;
        apps.all().forEach(app -> bound.add(app.appid()));
    }

    public void bind(String appid) {
        bound.add(appid);
    }

    public void unbind(String appid) {
        bound.remove(appid);
    }

    /** Bound only later: users who logged in before had no unionid then. */
    public void bindAfter(String appid, Duration delay) {
        unbind(appid);
        clock.after(delay, () -> bind(appid));
    }

    public boolean isBound(String appid) {
        return bound.contains(appid);
    }
}
