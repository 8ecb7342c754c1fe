package io.quanmin.wechat;

import java.net.URI;

/**
 * What one account is known by.
 *
 * @param appid blank when the city has no such account yet
 * @param aesKey blank when pushes come unencrypted
 */
public record AccountKeys(String appid, String secret, URI apiBase, String token, String aesKey) {

    public AccountKeys {
        if (!appid.isBlank() && secret.isBlank()) {
            throw new IllegalArgumentException(
                    "The WeChat account " + appid + " has no secret: set quanmin.wechat.*.secret");
        }
    }

    /** Whether the city has this account. */
    public boolean present() {
        return !appid.isBlank();
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "AccountKeys[" + appid + " at " + apiBase + "]";
    }
}
