package io.quanmin.wechatsandbox.base;

/**
 * One account as its owner configured it in WeChat's console.
 *
 * @param userName the account's original id, {@code gh_…}
 * @param callbackToken the Token of the push configuration
 * @param encodingAesKey 43 characters
 * @param callbackUrl where events are pushed to; empty pushes nothing
 * @param openPlatform the Open Platform account it is bound to; users have one unionid across all of its accounts
 */
public record AppSettings(
        AppKind kind,
        String appid,
        String secret,
        String userName,
        String callbackToken,
        String encodingAesKey,
        PushMode pushMode,
        PushFormat pushFormat,
        String callbackUrl,
        String openPlatform) {

    public AppSettings {
        if (encodingAesKey.length() != 43) {
            throw new IllegalArgumentException("EncodingAESKey has 43 characters, not " + encodingAesKey.length());
        }
        if (!callbackUrl.isEmpty() && !callbackUrl.matches("https?://[^\\s?#]+")) {
            throw new IllegalArgumentException("Not a callback URL: " + callbackUrl);
        }
        if (kind == AppKind.SERVICE_ACCOUNT && pushFormat != PushFormat.XML) {
            throw new IllegalArgumentException("A service account's events are XML");
        }
    }

    public static AppSettings miniProgram() {
        return new AppSettings(
                AppKind.MINI_PROGRAM,
                "wx0000000000quanmin",
                "quanmin-mini-secret",
                "gh_quanmin00mini",
                "quanmin",
                "quanminMiniProgramSandboxEncodingAesKey1234",
                PushMode.SECURE,
                PushFormat.JSON,
                "http://localhost:8080/wechat/callback/mini",
                "quanmin");
    }

    public static AppSettings serviceAccount() {
        return new AppSettings(
                AppKind.SERVICE_ACCOUNT,
                "wx0000000000service",
                "quanmin-service-secret",
                "gh_quanmin0serve",
                "quanmin",
                "quanminServiceAccountSandboxEncodingKey1234",
                PushMode.SECURE,
                PushFormat.XML,
                "http://localhost:8080/wechat/callback/service",
                "quanmin");
    }

    public AppSettings withKeys(String newAppid, String newSecret) {
        return new AppSettings(
                kind,
                newAppid,
                newSecret,
                userName,
                callbackToken,
                encodingAesKey,
                pushMode,
                pushFormat,
                callbackUrl,
                openPlatform);
    }

    public AppSettings withPush(PushMode mode, PushFormat format) {
        return new AppSettings(
                kind, appid, secret, userName, callbackToken, encodingAesKey, mode, format, callbackUrl, openPlatform);
    }

    public AppSettings withCallbackUrl(String url) {
        return withCallback(url, callbackToken, encodingAesKey);
    }

    public AppSettings withCallback(String url, String token, String aesKey) {
        return new AppSettings(kind, appid, secret, userName, token, aesKey, pushMode, pushFormat, url, openPlatform);
    }
}
