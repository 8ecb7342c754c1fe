package io.quanmin.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay logged in.
 *
 * @param idle a session ends when it was not used for so long
 * @param longest a session ends after so long, however much it was used
 * @param deskIdle the same as {@code idle} for staff who logged in with a password
 * @param slideEvery the end of a session in use is moved at most this often
 * @param cached how long Redis remembers whose a session is
 */
@ConfigurationProperties("quanmin.identity.sessions")
record SessionSettings(
        @DefaultValue("30d") Duration idle,
        @DefaultValue("180d") Duration longest,
        @DefaultValue("12h") Duration deskIdle,
        @DefaultValue("10m") Duration slideEvery,
        @DefaultValue("60s") Duration cached) {

    Duration idle(Via via) {
        return via == Via.DESK ? deskIdle : idle;
    }
}
