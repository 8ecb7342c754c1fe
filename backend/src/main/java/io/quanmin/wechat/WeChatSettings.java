package io.quanmin.wechat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The city's accounts at WeChat, as its console shows them. An account without appid is not there yet: its calls answer
 * {@link WeChatAway}, everything else goes on.
 */
@Validated
@ConfigurationProperties("quanmin.wechat")
public record WeChatSettings(
        @DefaultValue @Valid Mini mini,
        @DefaultValue @Valid Service service,
        @DefaultValue @Valid Calls calls) {

    private static final String AES_KEY = "([A-Za-z0-9+/]{43})?";

    /** The version of the mini-program that messages and codes open. */
    public enum Release {
        FORMAL("formal", "release"),
        TRIAL("trial", "trial"),
        DEVELOPER("developer", "develop");

        private final String state;
        private final String version;

        Release(String state, String version) {
            this.state = state;
            this.version = version;
        }

        /** As {@code miniprogram_state} of a subscribe message says it. */
        String state() {
            return state;
        }

        /** As {@code env_version} of a mini-program code says it. */
        String version() {
            return version;
        }
    }

    /**
     * The mini-program.
     *
     * @param apiBase where WeChat's servers are, without a trailing slash
     * @param token of the push configuration
     * @param aesKey of the push configuration, 43 characters; when given, pushes must come encrypted
     * @param release the version that messages and codes open; only {@code FORMAL} pages are checked to exist
     */
    public record Mini(
            @DefaultValue("") String appId,
            @DefaultValue("") String secret,

            @DefaultValue("https://api.weixin.qq.com") @NotNull
            URI apiBase,

            @DefaultValue("") String token,
            @DefaultValue("") @Pattern(regexp = AES_KEY) String aesKey,
            @DefaultValue("FORMAL") Release release) {

        public AccountKeys keys() {
            return new AccountKeys(appId, secret, apiBase, token, aesKey);
        }
    }

    /**
     * The service account.
     *
     * @param apiBase where WeChat's servers are, without a trailing slash
     * @param webBase where WeChat shows the pictures of parametric codes
     * @param token of the push configuration
     * @param aesKey of the push configuration, 43 characters; when given, pushes must come encrypted
     */
    public record Service(
            @DefaultValue("") String appId,
            @DefaultValue("") String secret,

            @DefaultValue("https://api.weixin.qq.com") @NotNull
            URI apiBase,

            @DefaultValue("https://mp.weixin.qq.com") @NotNull
            URI webBase,

            @DefaultValue("") String token,
            @DefaultValue("") @Pattern(regexp = AES_KEY) String aesKey) {

        public AccountKeys keys() {
            return new AccountKeys(appId, secret, apiBase, token, aesKey);
        }
    }

    /**
     * How patiently WeChat is called, for each account and purpose by itself, so that no purpose starves another.
     *
     * @param deadline for one call, with the token it may need and its wait for a thread
     * @param connect for a connection to be made
     * @param threads calls at once
     * @param queue calls waiting for a thread; what comes on top is refused at once
     * @param turns messages to one person waiting for the one before
     * @param breakerCalls the latest calls that are looked at
     * @param breakerFailures percent of them that must fail for the calls to stop
     * @param breakerPause how long calls then stop
     */
    public record Calls(
            @DefaultValue("5s") @NotNull Duration deadline,
            @DefaultValue("2s") @NotNull Duration connect,
            @DefaultValue("16") @Min(1) int threads,
            @DefaultValue("256") @Min(1) int queue,
            @DefaultValue("16") @Min(1) int turns,
            @DefaultValue("20") @Min(2) int breakerCalls,
            @DefaultValue("50") @Min(1) int breakerFailures,
            @DefaultValue("15s") @NotNull Duration breakerPause) {}
}
