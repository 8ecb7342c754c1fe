package io.quanmin.wechatsandbox.token;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks appid and secret where they are sent in place of a token. */
public final class Credentials {

    private final Apps apps;

    public Credentials(Apps apps) {
        this.apps = apps;
    }

    /** Refuses with 40002, 41002, 40013, 41004 or 40125, in this order. */
    public AppSettings check(
            String grant, @Nullable String grantType, @Nullable String appid, @Nullable String secret) {
        if (!grant.equals(grantType)) {
            throw new Refusal(40002, "invalid grant_type");
        }
        if (appid == null) {
            throw new Refusal(41002, "appid missing");
        }
        AppSettings app = apps.find(appid).orElseThrow(() -> new Refusal(40013, "invalid appid"));
        if (secret == null) {
            throw new Refusal(41004, "appsecret missing");
        }
        if (!app.secret().equals(secret)) {
            throw new Refusal(40125, "invalid appsecret");
        }
        return app;
    }
}
